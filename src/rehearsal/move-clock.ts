import { dayIn } from '../calendar/days.ts'
import { closeSurveys } from '../journey/survey/actions/close-surveys.ts'
import { newId } from '../runtime/new-id.ts'
import { asProgram, type House, openHouse } from '../runtime/open-context.ts'
import { setDemoClock } from '../store/organisations.ts'
import { liveOn } from './live-on.ts'

const DAY_MS = 86_400_000

/**
 * Moves the demo's stored clock forward; its people do what they do on the way. Surveys whose last day is over close at once, since
 * whoever moves the clock looks at the results next; what else is due is done by the next tick.
 */
export async function moveClock(house: House, days: number): Promise<void> {
  const next = new Date(Date.parse(house.clock.now()) + days * DAY_MS).toISOString()
  await liveOn(house, house.today, dayIn(next, 'Etc/UTC'))
  await setDemoClock(house.db, house.organisation.id, next)
  const then = await openHouse(house)
  if (then) await closeSurveys(asProgram(then, `clock ${newId()}`))
}
