import { z } from 'zod'
import { seeOnePair } from '../desk/screens/one-pair.ts'
import { type PairsAsked, SORTS, STANDINGS, seePairs } from '../desk/screens/pairs.ts'
import { endPair, excusePair, pausePair } from '../journey/meet/actions/pair-changes.ts'
import { daySchema, isDay } from '../model/day.ts'
import type { Context } from '../runtime/context.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { stateInWords } from '../texts/en/results.ts'
import { asDownload } from './as-download.ts'
import { OnePairPage, PAIR_DONE, type PairAgain } from './coordinator/desk/one-pair-page.tsx'
import { PairsPage } from './coordinator/desk/pairs-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const q = z.string().max(200).catch('').default('')
const season = z.string().max(100).optional().catch(undefined)
const listed = z.object({
  season,
  q,
  standing: z.enum(STANDINGS).nullable().catch(null).default(null),
  sort: z.enum(SORTS).catch('met').default('met'),
  page,
})
const one = z.object({ id: z.uuid() })
const DONE = Object.keys(PAIR_DONE) as (keyof typeof PAIR_DONE)[]
const shown = one.extend({ done: z.enum(DONE).nullable().catch(null).default(null) })
const excused = one.extend({ on: daySchema })
const paused = one.extend({ until: z.string().max(40).catch('').default('') })
const ended = one.extend({ sure: z.string().optional() })

const PAIRS = 'desk.seePairs'

/** The pairs of a season as its coordinator sees them, and one pair. */
export const deskRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/pairs', action: PAIRS, given: listed, answer: pairs }),
  route({ method: 'GET', path: '/desk/pairs.csv', action: PAIRS, given: listed, answer: pairsSheet }),
  route({
    method: 'GET',
    path: '/desk/pairs/:id',
    action: 'desk.seePair',
    given: shown,
    answer: pair,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/excuse',
    action: 'meet.excusePair',
    given: excused,
    answer: excuse,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/pause',
    action: 'meet.pausePair',
    given: paused,
    answer: pause,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/end',
    action: 'meet.endPair',
    given: ended,
    answer: end,
    again: notThere,
  }),
]

function sheet(http: Visit['http'], text: string, name: string) {
  return http.body(text, 200, asDownload('text/csv; charset=utf-8', name))
}

async function pairs({ ctx, given, page: show }: Visit<z.infer<typeof listed>>) {
  return show('Pairs', <PairsPage list={await seePairs(ctx, asked(given))} asked={asked(given)} />)
}

function asked(given: z.infer<typeof listed>): PairsAsked & { readonly page: number } {
  const { season: of, ...rest } = given
  return of ? { ...rest, season: of } : rest
}

async function pairsSheet({ ctx, given, http }: Visit<z.infer<typeof listed>>) {
  const { pairs: all } = await seePairs(ctx, { ...asked(given), page: null })
  const widest = Math.max(0, ...all.map((it) => it.cells.length))
  const columns = [
    'mentee',
    'mentor',
    'standing',
    'met',
    'due',
    ...Array.from({ length: widest }, (_, at) => `window_${at + 1}`),
  ]
  const rows = all.map((it) => {
    const cells = Array.from({ length: widest }, (_, at) => it.cells[at])
    return [
      it.mentee,
      it.mentor,
      it.standing,
      it.met,
      it.due,
      ...cells.map((cell) => (cell ? stateInWords(cell.state) : null)),
    ]
  })
  return sheet(http, writeSheet(columns, rows), 'pairs.csv')
}

function pair(visit: Visit<z.infer<typeof shown>>) {
  return pairPage(visit, visit.given.id, visit.given.done, null)
}

async function pairPage(
  { ctx, page: show }: Visit<unknown>,
  id: string,
  done: keyof typeof PAIR_DONE | null,
  again: PairAgain,
) {
  const found = await seeOnePair(ctx, { pair: id })
  const title = `${found.mentee.name} with ${found.mentor.name}`
  const content = <OnePairPage pair={found} done={done} again={again} />
  return show(again ? `Error: ${title}` : title, content, again ? 422 : 200)
}

/** A pair by its people, as the actions of the command line and the interface name it. */
async function named(ctx: Context, id: string) {
  const { season: of, mentee, mentor } = await seeOnePair(ctx, { pair: id })
  return { season: of, mentee: mentee.email, mentor: mentor.email }
}

async function excuse(visit: Visit<z.infer<typeof excused>>) {
  const { id, on } = visit.given
  return change(visit, 'excused', 'excuse', on, async () =>
    excusePair({ ...visit.ctx, on }, await named(visit.ctx, id)),
  )
}

async function pause(visit: Visit<z.infer<typeof paused>>) {
  const { id, until: given } = visit.given
  const until = given.trim()
  return change(visit, 'paused', 'until', until, async () => {
    if (until !== '' && !isDay(until)) throw new Invalid('Give a day as in 2026-03-04, or nothing.')
    return pausePair(visit.ctx, { ...(await named(visit.ctx, id)), ...(until ? { until } : {}) })
  })
}

async function end(visit: Visit<z.infer<typeof ended>>) {
  const { id, sure } = visit.given
  return change(visit, 'ended', 'sure', '', async () => {
    if (sure !== 'yes') throw new Invalid('Tick that both know of it. Nothing was changed.')
    return endPair(visit.ctx, await named(visit.ctx, id))
  })
}

/** Does it, or says on the same page why not, with what was entered. */
async function change(
  visit: Visit<{ id: string }>,
  done: keyof typeof PAIR_DONE,
  field: string,
  value: string,
  work: () => Promise<unknown>,
) {
  const { id } = visit.given
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof Invalid || fault instanceof Refused)) throw fault
    return pairPage(visit, id, null, { field, value, error: fault.message })
  }
  return visit.goTo(`/desk/pairs/${id}?done=${done}`)
}
