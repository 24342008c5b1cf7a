import { startDraft } from '../journey/design/actions/start-draft.ts'
import type { Context } from '../runtime/context.ts'
import { asCoordinator } from './as-coordinator.ts'

/** The coordinator of the demo has begun the next season: the rules of this one, thirty weeks later. */
export async function beginNextSeason(ctx: Context): Promise<void> {
  await startDraft(asCoordinator(ctx), {
    from: 'season',
    of: 'autumn-2026',
    key: 'spring-2027',
    season: 'Spring 2027',
    startsOn: '2027-01-11',
  })
}
