import { z } from 'zod'
import { MOST_AT_ONCE, markLines, type PutOffDays, putBackLines } from '../desk/actions/mark-lines.ts'
import { SUBJECTS } from '../desk/rules/desk-line.ts'
import { ORDER } from '../desk/rules/plan-desk.ts'
import { seeClosedLines } from '../desk/screens/closed-lines.ts'
import { seeToday } from '../desk/screens/today.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { asDownload } from './as-download.ts'
import { ClosedPage } from './coordinator/desk/closed-page.tsx'
import { type DeskFilter, fits, queryOf } from './coordinator/desk/desk-filter.tsx'
import { lineInWords } from './coordinator/desk/line-in-words.ts'
import { type DeskDone, TodayPage } from './coordinator/desk/today-page.tsx'
import { TogetherPage } from './coordinator/desk/together-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const season = z.string().min(1).max(100)
const days = z.enum(['done', '1', '3', '7'])
/** One line's key, or several; a box that is not ticked is not sent. */
const keys = z.preprocess(
  (it) => (it === undefined ? [] : Array.isArray(it) ? it : [it]),
  z.array(z.string().min(1).max(200)).max(MOST_AT_ONCE),
)
const filtered = z.object({
  q: z.string().max(200).catch('').default(''),
  about: z.enum(SUBJECTS).nullable().catch(null).default(null),
  season: season.nullable().catch(null).default(null),
  page,
  /** What was just taken off, a key in each line, so that it can be undone; and how many were off before. */
  closed: z.string().max(20_000).optional().catch(undefined),
  already: z.coerce.number().int().min(0).catch(0).default(0),
  of: season.optional().catch(undefined),
  days: days.optional().catch(undefined),
})
/** The filter that one comes back to. */
const at = z.string().max(1000).catch('').default('')
const marked = z.object({ season, key: keys, days, at })
const back = z.object({ season, key: keys, at })
const kind = z.enum(ORDER as [(typeof ORDER)[number], ...(typeof ORDER)[number][]])
const together = z.object({ season, kind })

const TODAY = 'desk.seeToday'

/** What needs a coordinator, and what becomes of each line. */
export const todayRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk', action: TODAY, given: filtered, answer: today }),
  route({ method: 'GET', path: '/desk/lines.csv', action: TODAY, given: filtered, answer: linesSheet }),
  route({ method: 'GET', path: '/desk/closed', action: TODAY, given: null, answer: closed }),
  route({
    method: 'GET',
    path: '/desk/together',
    action: TODAY,
    given: together,
    answer: (visit) => togetherPage(visit, visit.given, null),
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/together',
    action: 'desk.markLines',
    given: together.extend({ key: keys, days }),
    answer: markTogether,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/lines',
    action: 'desk.markLines',
    given: marked,
    answer: mark,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/lines/back',
    action: 'desk.putBackLines',
    given: back,
    answer: putBack,
    again: notThere,
  }),
]

async function today({ ctx, given, page: show }: Visit<z.infer<typeof filtered>>) {
  return show('Today', <TodayPage desk={await seeToday(ctx)} filter={filterOf(given)} done={doneOf(given)} />)
}

function doneOf({ closed: lines, already, of, days: how }: z.infer<typeof filtered>): DeskDone {
  const taken = lines?.split('\n').filter((it) => it !== '') ?? []
  return of && how && taken.length + already > 0 ? { keys: taken, already, season: of, days: how } : null
}

function filterOf({ q: words, about, season: of, page: on }: z.infer<typeof filtered>): DeskFilter {
  return { q: words, about, season: of, page: on }
}

async function linesSheet({ ctx, given, http }: Visit<z.infer<typeof filtered>>) {
  const { lines } = await seeToday(ctx)
  const rows = lines
    .filter((it) => fits(it, filterOf(given)))
    .map((it) => {
      const { title, reason } = lineInWords(it.line, it.names, it.season)
      return [it.line.dueOn, it.line.since, it.season.name, it.line.subject, title, reason]
    })
  const text = writeSheet(['due_on', 'since', 'season', 'about', 'line', 'reason'], rows)
  return http.body(text, 200, asDownload('text/csv; charset=utf-8', 'desk.csv'))
}

async function closed({ ctx, page: show }: Visit) {
  return show('Lines off the desk', <ClosedPage lines={await seeClosedLines(ctx)} />)
}

async function togetherPage({ ctx, page: show }: Visit<unknown>, it: z.infer<typeof together>, error: string | null) {
  const { lines, today: on } = await seeToday(ctx)
  const of = lines.filter(({ line, season: { key } }) => line.kind === it.kind && key === it.season)
  const content = <TogetherPage lines={of} today={on} season={it.season} kind={it.kind} error={error} />
  return show(error ? 'Error: nothing chosen' : 'Several at once', content, error ? 422 : 200)
}

async function markTogether(visit: Visit<z.infer<typeof together> & Pick<z.infer<typeof marked>, 'key' | 'days'>>) {
  const { given } = visit
  if (given.key.length === 0) return togetherPage(visit, given, 'Choose at least one line. Nothing was changed.')
  return mark({ ...visit, given: { ...given, at: '' } })
}

async function mark({ ctx, given, goTo }: Visit<z.infer<typeof marked>>) {
  const many = given.days === 'done' ? null : (Number(given.days) as PutOffDays)
  const done = await markLines(ctx, { season: given.season, keys: given.key, days: many })
  const said = new URLSearchParams(filterAt(given.at))
  if (done.keys.length > 0) said.set('closed', done.keys.join('\n'))
  if (done.already > 0) said.set('already', String(done.already))
  said.set('of', given.season)
  said.set('days', given.days)
  return goTo(`/desk?${said}`)
}

async function putBack({ ctx, given, goTo }: Visit<z.infer<typeof back>>) {
  await putBackLines(ctx, { season: given.season, keys: given.key })
  return goTo(`/desk?${filterAt(given.at)}`)
}

/** Only what is a filter of the desk: the address of the next page is nobody else's to make. */
function filterAt(query: string): string {
  return queryOf(filterOf(filtered.parse(Object.fromEntries(new URLSearchParams(query)))))
}
