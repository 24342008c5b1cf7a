import type { House } from '../runtime/open-context.ts'
import { setDemoClock } from '../store/organisations.ts'

const DAY_MS = 86_400_000

/** Moves the demo's stored clock forward; what is due on the way is done by the next tick. */
export async function moveClock(house: House, days: number): Promise<void> {
  const next = new Date(Date.parse(house.clock.now()) + days * DAY_MS).toISOString()
  await setDemoClock(house.db, house.organisation.id, next)
}
