import { startDraft } from '../journey/design/actions/start-draft.ts'
import type { Context } from '../runtime/context.ts'
import { newId } from '../runtime/new-id.ts'

/** The coordinator of the demo has begun the next season: the rules of this one, thirty weeks later. */
export async function beginNextSeason(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== 'operator') throw new Error('the demo acts at its machine')
  const { personId, hats } = ctx.actor
  const here: Context = { ...ctx, actor: { kind: 'person', personId, hats, signInId: newId(), stepped: true } }
  await startDraft(here, {
    from: 'season',
    of: 'autumn-2026',
    key: 'spring-2027',
    season: 'Spring 2027',
    startsOn: '2027-01-11',
  })
}
