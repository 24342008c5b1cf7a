import { z } from 'zod'
import { callOffEvent, holdAfterAll, removeEvent, seeCallingOff } from '../journey/gather/actions/call-off.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { CallOffPage } from './coordinator/event/call-off-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const PATH = '/seasons/:key/events/:event'
const named = z.object({ key: z.string().max(100), event: z.string().max(100) })
const deed = named.extend({
  seen: z.string().max(100).catch('').default(''),
  because: z.string().max(5_000).catch('').default(''),
})
type Named = z.infer<typeof named>
type Deed = z.infer<typeof deed>

/** Calling an event off, taking it out, and letting it take place after all: asked once, with who hears. */
export const callOffRoutes: readonly Route[] = [
  route({ method: 'GET', path: `${PATH}/call-off`, action: 'gather.seeEvents', given: named, answer: ask }),
  route({ method: 'POST', path: `${PATH}/call-off`, action: 'gather.callOffEvent', given: deed, answer: callOff }),
  route({ method: 'POST', path: `${PATH}/hold`, action: 'gather.holdAfterAll', given: deed, answer: hold }),
  route({ method: 'POST', path: `${PATH}/remove`, action: 'gather.removeEvent', given: deed, answer: remove }),
]

const asDeed = ({ key, event, seen, because }: Deed) => ({ season: key, event, seen, because })
const pathOf = ({ key, event }: Named) => `/seasons/${encodeURIComponent(key)}/events/${encodeURIComponent(event)}`

async function ask({ ctx, given, page }: Visit<Named>) {
  const it = await seeCallingOff(ctx, { season: given.key, event: given.event })
  return page(`Call off: ${it.name}`, <CallOffPage it={it} because="" faults={[]} />)
}

function callOff(visit: Visit<Deed>) {
  const { ctx, given, goTo } = visit
  return orAgain(visit, async () => {
    await callOffEvent(ctx, asDeed(given))
    return goTo(`${pathOf(given)}/desk?done=off`)
  })
}

function hold(visit: Visit<Deed>) {
  const { ctx, given, goTo } = visit
  return orAgain(visit, async () => {
    await holdAfterAll(ctx, asDeed(given))
    return goTo(`${pathOf(given)}/desk?done=held`)
  })
}

function remove(visit: Visit<Deed>) {
  const { ctx, given, goTo } = visit
  return orAgain(visit, async () => {
    await removeEvent(ctx, asDeed(given))
    return goTo(`/desk/events?${new URLSearchParams({ season: given.key, removed: given.event })}`)
  })
}

/** The question once more, with what stands in the way and the reason as it was written. */
async function orAgain(visit: Visit<Deed>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof Invalid || fault instanceof Refused)) throw fault
    const { ctx, given, page } = visit
    const it = await seeCallingOff(ctx, { season: given.key, event: given.event })
    const said = fault instanceof Invalid ? fault.fields : []
    const faults = said.length > 0 ? said : [{ place: 'because', message: fault.message }]
    return page('Error: nothing was done', <CallOffPage it={it} because={given.because} faults={faults} />, 422)
  }
}
