import { z } from 'zod'
import { askForAnotherMatch, askForHelp } from '../journey/meet/actions/asking.ts'
import {
  agreeExtension,
  endOwnPair,
  pauseOwnPair,
  proposeExtension,
  resumeOwnPair,
} from '../journey/meet/actions/own-pair-changes.ts'
import { seeReports } from '../journey/meet/actions/reports.ts'
import { pairStanding } from '../journey/meet/screens/pair-page.ts'
import { daySchema } from '../model/day.ts'
import type { Invalid } from '../runtime/errors.ts'
import { CHANGE_DONE, type ChangeAgain, ChangePage } from './participant/pair/change-page.tsx'
import { EndPage } from './participant/pair/end-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONES = Object.keys(CHANGE_DONE) as (keyof typeof CHANGE_DONE)[]
const one = z.object({ id: z.uuid() })
const NO_DAY = 'Enter the day as in 2026-11-27.'
const shown = one.extend({ done: z.enum(DONES).nullable().catch(null).default(null) })
const isDay = (it: string) => daySchema.safeParse(it).success
const paused = one.extend({
  until: z
    .string(NO_DAY)
    .default('')
    .refine((it) => it === '' || isDay(it), NO_DAY),
})
const extended = one.extend({ 'extend-until': z.string(NO_DAY).refine(isDay, NO_DAY) })
const agreed = one.extend({ request: z.uuid() })
const worded = one.extend({ words: z.string().catch('') })
const reasoned = one.extend({ reason: z.string().catch('').default('') })

/** What either of a pair may change in it. */
export const pairChangeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/pairs/:id/change',
    action: 'meet.seePair',
    given: shown,
    answer: change,
    again: notThere,
  }),
  form('pause', 'meet.pauseOwnPair', paused, pause, 'until'),
  form('resume', 'meet.resumeOwnPair', one, resume, 'until'),
  form('extend', 'meet.proposeExtension', extended, extend, 'extend-until'),
  form('extend/agree', 'meet.agreeExtension', agreed, agree, 'extend-until'),
  form('help', 'meet.askForHelp', worded, help, 'words'),
  form('another-match', 'meet.askForAnotherMatch', one, another, 'words'),
  route({
    method: 'GET',
    path: '/pairs/:id/end',
    action: 'meet.seeEnding',
    given: one,
    answer: ending,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/end',
    action: 'meet.endOwnPair',
    given: reasoned,
    answer: end,
    again: endAgain,
  }),
]

/** One form of the page; what is wrong with it stands beside its field, with what was entered. */
function form<Given>(
  name: string,
  action: string,
  given: z.ZodType<Given>,
  answer: (visit: Visit<Given>) => Promise<Response>,
  field: string,
): Route {
  const again = (visit: Visit<unknown>, fault: Invalid) => {
    const found = one.safeParse(visit.fields)
    if (!found.success) return notThere()
    const error = fault.fields[0]?.message ?? fault.message
    return showChange(visit, { ...found.data, done: null }, { field, text: String(visit.fields[field] ?? ''), error })
  }
  return route({ method: 'POST', path: `/pairs/:id/${name}`, action, given, answer, again })
}

function change(visit: Visit<z.infer<typeof shown>>) {
  return showChange(visit, visit.given, null)
}

async function showChange({ ctx, page }: Visit<unknown>, it: z.infer<typeof shown>, again: ChangeAgain | null) {
  const standing = await pairStanding(ctx, { pair: it.id })
  const content = <ChangePage standing={standing} done={it.done} again={again} />
  return page(again ? 'Error: not done' : 'Change something', content, again ? 422 : 200)
}

async function pause({ ctx, given, goTo }: Visit<z.infer<typeof paused>>) {
  await pauseOwnPair(ctx, { pair: given.id, until: given.until || null })
  return goTo(`/pairs/${given.id}?done=paused`)
}

async function resume({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await resumeOwnPair(ctx, { pair: given.id })
  return goTo(`/pairs/${given.id}?done=resumed`)
}

async function extend({ ctx, given, goTo }: Visit<z.infer<typeof extended>>) {
  const { changed } = await proposeExtension(ctx, { pair: given.id, until: given['extend-until'] })
  return goTo(`/pairs/${given.id}/change?done=${changed ? 'extension' : 'same'}#extend`)
}

async function agree({ ctx, given, goTo }: Visit<z.infer<typeof agreed>>) {
  await agreeExtension(ctx, { pair: given.id, request: given.request })
  return goTo(`/pairs/${given.id}/change?done=agreed`)
}

async function help({ ctx, given, goTo }: Visit<z.infer<typeof worded>>) {
  await askForHelp(ctx, { pair: given.id, words: given.words })
  return goTo(`/pairs/${given.id}/change?done=help`)
}

async function another({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await askForAnotherMatch(ctx, { pair: given.id })
  return goTo(`/pairs/${given.id}/change?done=another`)
}

function ending(visit: Visit<z.infer<typeof one>>) {
  return showEnding(visit, visit.given.id, null)
}

async function showEnding(
  { ctx, page, goTo }: Visit<unknown>,
  pair: string,
  again: { text: string; error: string } | null,
) {
  const standing = await pairStanding(ctx, { pair })
  if (standing.endedOn) return goTo(`/pairs/${pair}`)
  const { readers } = await seeReports(ctx, { pair })
  const content = <EndPage standing={standing} readers={readers} again={again} />
  return page(again ? 'Error: not ended' : 'End this pair', content, again ? 422 : 200)
}

async function end({ ctx, given, goTo }: Visit<z.infer<typeof reasoned>>) {
  await endOwnPair(ctx, { pair: given.id, reason: given.reason })
  return goTo(`/pairs/${given.id}?done=ended`)
}

function endAgain(visit: Visit<unknown>, fault: Invalid) {
  const found = one.safeParse(visit.fields)
  if (!found.success) return notThere()
  const error = fault.fields[0]?.message ?? fault.message
  return showEnding(visit, found.data.id, { text: String(visit.fields.reason ?? ''), error })
}
