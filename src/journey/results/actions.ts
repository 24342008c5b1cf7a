import type { Day } from '../../model/day.ts'
import type { SeasonDecision } from '../../model/season-decision.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid } from '../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { addDecision, addEdition, closingOf } from '../../store/editions.ts'
import { resultFactsOf } from '../../store/facts.ts'
import { addResultsLink, lockSeason } from '../../store/seasons.ts'
import { planCounted } from '../survey/rules.ts'
import { asksAfterwards } from './rules/measured.ts'
import { planSummaries } from './rules/summaries.ts'
import { countResults } from './rules.ts'

/** Makes a link that opens the full results page of one season; only its hash is kept. */
export async function makeLink(ctx: Context, input: { season?: string }): Promise<{ path: string }> {
  const secret = newSecret()
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.makeLink', { seasonId: season.id })
    await addResultsLink(tx, ctx.organisationId, {
      id: newId(),
      seasonId: season.id,
      hash: hashOf(secret),
      createdAt: ctx.clock.now(),
    })
    return { path: `/seasons/${season.key}/results?link=${secret}` }
  })
}

const LONGEST_NOTE = 500
const LONGEST_TEXT = 5_000

/** Keeps the results as they stand on a day, under a number: from then on that edition never changes. */
export async function freezeResults(
  ctx: Context,
  input: { season?: string; on?: Day; note?: string },
): Promise<{ number: number; hash: string }> {
  const note = (input.note ?? '').trim()
  if (note.length > LONGEST_NOTE)
    throw fault('note', `Shorten the note to ${LONGEST_NOTE} characters; it has ${note.length}.`)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.freezeResults', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const asOf = input.on ?? ctx.on ?? ctx.today
    if (asOf > ctx.today) throw fault('on', 'That day is still to come. Choose today or a day before.')
    const { id, key, program } = season
    const facts = await resultFactsOf(tx, ctx.organisationId, id, asOf, {
      counted: planCounted(program.surveys, asOf),
      careers: asksAfterwards(program),
    })
    const results = countResults(program, { ...facts, season: key, asOf })
    const { written } = await closingOf(tx, ctx.organisationId, id, asOf)
    const summaries = planSummaries(program, written)
    const content = JSON.stringify({ program, results, summaries })
    const edition = { asOf, content, hash: hashOf(content), note, madeOn: ctx.today }
    const made = { ...edition, id: newId(), seasonId: season.id, recordedAt: ctx.clock.now() }
    return { number: await addEdition(tx, ctx.organisationId, made), hash: edition.hash }
  })
}

/** Records what becomes of the program after a season, and why; a later decision takes its place and the earlier one stays. */
export async function recordDecision(
  ctx: Context,
  input: { season?: string; decision: SeasonDecision['decision']; reasons: string; changes?: string },
): Promise<{ decision: SeasonDecision['decision'] }> {
  const [reasons, changes] = [input.reasons.trim(), (input.changes ?? '').trim()]
  if (reasons === '') throw fault('reasons', 'Say why, in a sentence or two: whoever reads the results will ask.')
  for (const [place, text] of [
    ['reasons', reasons],
    ['changes', changes],
  ] as const)
    if (text.length > LONGEST_TEXT)
      throw fault(place, `Shorten this to ${LONGEST_TEXT} characters; it has ${text.length}.`)
  if (input.decision === 'change' && changes === '')
    throw fault('changes', 'Say what changes in the next season, or choose “Go on as it is”.')
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.recordDecision', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const decided = { decision: input.decision, reasons, changes, decidedOn: ctx.on ?? ctx.today }
    await addDecision(tx, ctx.organisationId, {
      ...decided,
      id: newId(),
      seasonId: season.id,
      recordedAt: ctx.clock.now(),
    })
    return { decision: input.decision }
  })
}

function fault(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}
