import { z } from 'zod'
import { seeApplications } from '../desk/screens/applications.ts'
import { seeFunnel } from '../desk/screens/funnel.ts'
import { findApplication, seeOneApplication } from '../desk/screens/one-application.ts'
import { seeWaitingList } from '../desk/screens/waiting-list.ts'
import { forgetFilter, keepFilter } from '../journey/review/actions/keep-filter.ts'
import { dropNote, keepNote } from '../journey/review/actions/keep-note.ts'
import {
  APPLICATION_SORTS,
  APPLICATION_STATES,
  type ApplicationsFilter,
} from '../journey/review/rules/select-applications.ts'
import { roleSchema } from '../model/role.ts'
import { Invalid } from '../runtime/errors.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { asDownload } from './as-download.ts'
import { applicationsQuery, NO_DIVISION, standsInWords } from './coordinator/review/application-words.ts'
import { ApplicationsPage } from './coordinator/review/applications-page.tsx'
import { FindPage } from './coordinator/review/find-page.tsx'
import { FunnelPage } from './coordinator/review/funnel-page.tsx'
import { OneApplicationPage } from './coordinator/review/one-application-page.tsx'
import type { NoteAgain } from './coordinator/review/reviews-section.tsx'
import { WaitingPage } from './coordinator/review/waiting-page.tsx'
import { inSeason } from './in-season.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const season = z.string().min(1).max(100)
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const role = roleSchema.catch('mentee').default('mentee')
/** What an address says of which applications to show. */
const listed = z.object({
  season: season.optional().catch(undefined),
  q: z.string().max(200).catch('').default(''),
  role: roleSchema.nullable().catch(null).default(null),
  state: z.enum(APPLICATION_STATES).nullable().catch(null).default(null),
  division: z.string().min(1).max(300).nullable().catch(null).default(null),
  sort: z.enum(APPLICATION_SORTS).catch('priority').default('priority'),
  page,
  step: z.uuid().nullable().catch(null).default(null),
  undone: z
    .string()
    .regex(/^\d+-\d+$/)
    .nullable()
    .catch(null)
    .default(null),
})
type Given = z.infer<typeof listed>
const one = listed.extend({ id: z.uuid() })
const seasonal = z.object({ season: season.optional().catch(undefined) })
const found = seasonal.extend({ email: z.string().max(320).catch('').default(''), role })
const waiting = seasonal.extend({ role, page })
const at = z.string().max(1000).catch('').default('')
const kept = z.object({ season, name: z.string().max(1000), at })
const noted = z.object({ id: z.uuid(), words: z.string().max(20_000).catch('').default(''), at })
const dropped = z.object({ id: z.uuid(), note: z.uuid(), at })
const forgotten = z.object({ season, id: z.uuid(), at })

const LIST = 'review.seeApplications'
const NOTE = 'review.keepNote'
const FILTER = 'review.keepFilter'

/** The applications of a season: how many came how far, who they are, one by one, and who waits. */
export const applicationRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/funnel', action: 'review.seeFunnel', given: seasonal, answer: funnel }),
  route({ method: 'GET', path: '/desk/applications', action: LIST, given: listed, answer: list }),
  route({ method: 'GET', path: '/desk/applications.csv', action: LIST, given: listed, answer: sheet }),
  route({
    method: 'GET',
    path: '/desk/applications/find',
    action: 'review.findApplication',
    given: found,
    answer: find,
  }),
  route({
    method: 'GET',
    path: '/desk/applications/:id',
    action: 'review.seeApplication',
    given: one,
    answer: (visit) => applicationPage(visit, visit.given, null),
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/applications/:id/notes',
    action: NOTE,
    given: noted,
    answer: note,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/applications/:id/notes/drop',
    action: NOTE,
    given: dropped,
    answer: drop,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/desk/waiting-list',
    action: 'review.seeWaitingList',
    given: waiting,
    answer: waitingList,
  }),
  route({ method: 'POST', path: '/desk/applications/filters', action: FILTER, given: kept, answer: keep }),
  route({
    method: 'POST',
    path: '/desk/applications/filters/forget',
    action: FILTER,
    given: forgotten,
    answer: forget,
    again: notThere,
  }),
]

async function funnel({ ctx, given, page: show }: Visit<z.infer<typeof seasonal>>) {
  return show('How many came how far', <FunnelPage funnel={await seeFunnel(ctx, named(given.season))} />)
}

async function list({ ctx, given, page: show }: Visit<Given>) {
  const filter = filterOf(given)
  const all = await seeApplications(ctx, { ...filter, ...named(given.season), page: given.page, step: given.step })
  const content = <ApplicationsPage list={all} filter={filter} page={given.page} undone={undoneInWords(given.undone)} />
  const of = { action: 'review.seeApplications', path: '/desk/applications', season: all.season }
  return show('Applications', await inSeason(ctx, of, content))
}

async function sheet({ ctx, given, http }: Visit<Given>) {
  const { applications } = await seeApplications(ctx, { ...filterOf(given), ...named(given.season), page: null })
  const columns = ['name', 'email', 'role', 'division', 'sent_on', 'late', 'state', 'by_hand', 'priority']
  const rows = applications.map((it) => [
    ...[it.name, it.email, it.role, it.division, it.sentOn, it.late ? 'yes' : 'no'],
    ...[standsInWords(it.state, it.role), it.byHand ? 'yes' : 'no', it.priority],
  ])
  return http.body(writeSheet(columns, rows), 200, asDownload('text/csv; charset=utf-8', 'applications.csv'))
}

async function find({ ctx, given, page: show, goTo }: Visit<z.infer<typeof found>>) {
  const asked = { ...named(given.season), email: given.email, role: given.role }
  const it = await findApplication(ctx, asked)
  if (it.id) return goTo(`/desk/applications/${it.id}?${new URLSearchParams({ season: it.season })}`)
  const isMissing = given.email.trim() !== ''
  const content = (
    <FindPage season={it.season} name={it.name} email={given.email} role={given.role} isMissing={isMissing} />
  )
  return show(isMissing ? 'Error: no application' : 'Look up one application', content)
}

/** The page of one application; `refused` says why a decision was not taken. */
export async function applicationPage(
  { ctx, page: show }: Visit<unknown>,
  given: z.infer<typeof one>,
  refused: string | null,
  again: NoteAgain = null,
) {
  const filter = filterOf(given)
  const it = await seeOneApplication(ctx, { id: given.id, filter, step: given.step })
  const content = (
    <OneApplicationPage it={it} filter={filter} refused={refused} undone={undoneInWords(given.undone)} again={again} />
  )
  const title = `${it.name}, ${it.role}`
  return show(refused || again ? `Error: ${title}` : title, content, refused ? 409 : again ? 422 : 200)
}

async function note(visit: Visit<z.infer<typeof noted>>) {
  const { id, words, at: query } = visit.given
  try {
    await keepNote(visit.ctx, { application: id, words })
  } catch (fault) {
    if (!(fault instanceof Invalid)) throw fault
    return applicationPage(visit, { ...givenAt(query), id }, null, { words, error: fault.message })
  }
  return visit.goTo(`/desk/applications/${id}?${queryAt(query)}#reviews`)
}

async function drop({ ctx, given, goTo }: Visit<z.infer<typeof dropped>>) {
  await dropNote(ctx, { application: given.id, note: given.note })
  return goTo(`/desk/applications/${given.id}?${queryAt(given.at)}#reviews`)
}

async function waitingList({ ctx, given, page: show }: Visit<z.infer<typeof waiting>>) {
  const it = await seeWaitingList(ctx, { ...named(given.season), role: given.role, page: given.page })
  return show('Who waits', <WaitingPage list={it} page={given.page} />)
}

async function keep({ ctx, given, goTo }: Visit<z.infer<typeof kept>>) {
  const query = queryAt(given.at)
  await keepFilter(ctx, { season: given.season, name: given.name, query })
  return goTo(`/desk/applications?${query}`)
}

async function forget({ ctx, given, goTo }: Visit<z.infer<typeof forgotten>>) {
  await forgetFilter(ctx, { season: given.season, id: given.id })
  return goTo(`/desk/applications?${queryAt(given.at)}`)
}

function named(key: string | undefined) {
  return key ? { season: key } : {}
}

function filterOf({ q, role: of, division, state, sort }: Given): ApplicationsFilter {
  return { q, role: of, division: division === NO_DIVISION ? '' : division, state, sort }
}

/** A filter as an address carried it; whatever else it says is nobody else's to make. */
export function givenAt(query: string): Given {
  return listed.parse(Object.fromEntries(new URLSearchParams(query)))
}

export function filterAt(query: string): ApplicationsFilter {
  return filterOf(givenAt(query))
}

export function queryAt(query: string): string {
  const given = givenAt(query)
  return applicationsQuery({ ...filterOf(given), ...named(given.season), page: given.page })
}

function undoneInWords(undone: string | null): string | null {
  if (!undone) return null
  const [many = 0, of = 0] = undone.split('-').map(Number)
  const rest = of - many
  const stay = rest === 0 ? '' : ` ${rest} stay${rest === 1 ? 's' : ''}: decided again since, or heard.`
  return `${many} undone.${stay}`
}
