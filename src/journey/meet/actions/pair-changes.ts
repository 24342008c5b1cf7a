import type { PairFact } from '../../../model/figures.ts'
import type { Outcome } from '../../../model/outcome.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { addPairChange, lockPair, pairsOf } from '../../../store/matches.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import type { Season } from '../../../store/seasons.ts'
import { decideEnd, decideExcuse, decidePause } from '../rules.ts'
import { findPair, type PairNamed } from './find-pair.ts'

/** Ends a pair without blame on the day named, its last. */
export function endPair(ctx: Context, input: PairNamed): Promise<PairChanged> {
  return changePair(ctx, 'meet.endPair', 'ended', input, null)
}

/** Pauses a pair from the day named until a day, or until further notice. */
export function pausePair(ctx: Context, input: PairNamed & { until?: string }): Promise<PairChanged> {
  return changePair(ctx, 'meet.pausePair', 'paused', input, input.until ?? null)
}

/** Excuses the window that holds the day named: it leaves the count and is printed. */
export function excusePair(ctx: Context, input: PairNamed): Promise<PairChanged> {
  return changePair(ctx, 'meet.excusePair', 'excused', input, null)
}

type PairChanged = { readonly on: string; readonly changed: boolean }

async function changePair(
  ctx: Context,
  action: string,
  kind: 'ended' | 'paused' | 'excused',
  input: PairNamed,
  until: string | null,
): Promise<PairChanged> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const pair = await findPair(ctx, tx, season, input)
    await permit(ctx, tx, action, { seasonId: season.id, people: [pair.mentorId, pair.menteeId] })
    const on = ctx.on ?? ctx.today
    await lockPair(tx, ctx.organisationId, pair.id)
    const fact = await factOf(ctx, tx, season, pair.id)
    // The same ending again is the same request, retried.
    if (kind === 'ended' && fact.endedOn === on) return { on, changed: false }
    refuseUnless(decideChange(kind, fact, on, until))
    const by = 'personId' in ctx.actor ? ctx.actor.personId : null
    return {
      on,
      changed: await addPairChange(tx, ctx.organisationId, {
        id: newId(),
        pairId: pair.id,
        kind,
        from: on,
        until,
        by,
        recordedAt: ctx.clock.now(),
      }),
    }
  })
}

async function factOf(ctx: Context, tx: Tx, season: Season, pairId: string): Promise<PairFact> {
  const row = (await pairsOf(tx, ctx.organisationId, season.id)).find((it) => it.id === pairId)
  if (!row) throw new NotFound('There is no such pair.')
  return asPairFact(row)
}

function decideChange(
  kind: 'ended' | 'paused' | 'excused',
  pair: PairFact,
  on: string,
  until: string | null,
): Outcome<unknown> {
  switch (kind) {
    case 'ended':
      return decideEnd(pair, on)
    case 'paused':
      return decidePause(pair, on, until)
    case 'excused':
      return decideExcuse(pair, on)
  }
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'before-the-pair': 'That day is before the pair began.',
  'pair-ended': 'This pair has ended; a change after its last day has no effect.',
  'pause-ends-before-it-begins': 'The pause would end before it begins. Give a later last day.',
}

function refuseUnless(decided: Outcome<unknown>): void {
  if (!decided.ok) throw new Refused(decided.code, decided.facts, WHY_NOT[decided.code])
}
