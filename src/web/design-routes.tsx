import { z } from 'zod'
import { changeSeason, startDraft } from '../journey/design/actions/start-draft.ts'
import { startFromDates } from '../journey/design/actions/start-from-dates.ts'
import { seeDrafts, templates } from '../journey/design/screens/drafts.ts'
import { seeVersion, seeVersions } from '../journey/design/screens/versions.ts'
import { isDay } from '../model/day.ts'
import { Invalid } from '../runtime/errors.ts'
import { longDay } from '../texts/en/days.ts'
import { DesignPage } from './coordinator/design/design-page.tsx'
import { type StartEntered, StartPage } from './coordinator/design/start-page.tsx'
import { TextPage } from './coordinator/design/text-page.tsx'
import { VersionsPage } from './coordinator/design/versions-page.tsx'
import { datesAgain, datesOf, LONGEST_PLAN, stagesIn } from './read-plan.ts'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const season = z.string().min(1).max(100)
const listed = z.object({
  page,
  published: z.string().max(100).nullable().catch(null).default(null),
  aside: z.uuid().nullable().catch(null).default(null),
})
const FROM = z.enum(['template', 'season', 'dates'])
const source = z.object({ from: FROM, of: z.string().max(100).catch('').default('') })
const LARGEST_FORM_BYTES = 1024 * 1024
const KEY = /^[a-z0-9][a-z0-9-_]*$/
const begun = z.object({
  from: FROM,
  of: season,
  key: z.string().max(60).regex(KEY, 'Use small letters, digits, - and _, beginning with a letter or a digit.'),
  season: z.string().trim().min(1, 'Say the season in words.').max(100),
  startsOn: z.string().max(20).catch('').default(''),
  dates: z.string().max(LONGEST_PLAN).catch('').default(''),
  file: z.instanceof(File).optional().catch(undefined),
  order: z.enum(['iso', 'dmy', 'mdy']).catch('iso').default('iso'),
})
const versioned = z.object({ season, page })
const oneVersion = z.object({ season, id: z.uuid() })
const START = 'design.startDraft'

/** Where programs are made: what there is, how one begins, and the versions of each season. */
export const designRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/design', action: 'design.seeDrafts', given: listed, answer: design }),
  route({ method: 'GET', path: '/desk/design/start', action: START, given: source, answer: start, again: notThere }),
  route({
    method: 'POST',
    path: '/desk/design/start',
    action: START,
    given: begun,
    largestBytes: LARGEST_FORM_BYTES,
    answer: begin,
    again: startAgain,
  }),
  route({
    method: 'POST',
    path: '/desk/design/change',
    action: START,
    given: z.object({ season }),
    answer: change,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/desk/design/versions',
    action: 'design.seeVersions',
    given: versioned,
    answer: versions,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/desk/design/versions/:id',
    action: 'design.seeVersions',
    given: oneVersion,
    answer: version,
    again: notThere,
  }),
]

async function design({ ctx, given, page: show }: Visit<z.infer<typeof listed>>) {
  const desk = await seeDrafts(ctx, { page: given.page })
  const { published, aside } = given
  const done = published !== null ? { published } : aside !== null ? { aside } : null
  return show('Design', <DesignPage desk={desk} page={given.page} done={done} />)
}

function start(visit: Visit<z.infer<typeof source>>) {
  const { from, of } = visit.given
  return startPage(visit, from, { key: '', season: '', startsOn: '', of, dates: '', order: 'iso' }, null)
}

async function startPage(
  { ctx, page: show }: Visit<unknown>,
  from: z.infer<typeof FROM>,
  entered: StartEntered,
  fault: Invalid | null,
) {
  const { seasons, mayBegin } = await seeDrafts(ctx, { page: 1 })
  if (!mayBegin) return notThere()
  const known = from === 'season' ? seasons : templates()
  const found = known.find((it) => it.key === entered.of)
  if (from !== 'dates' && !found) return notThere()
  const errors = errorsOf(fault)
  const content = (
    <StartPage
      from={from}
      source={from === 'dates' ? null : (found?.name ?? null)}
      templates={templates()}
      entered={entered}
      errors={errors}
    />
  )
  return show(fault ? 'Error: not begun' : 'Begin a season', content, fault ? 422 : 200)
}

function errorsOf(fault: Invalid | null) {
  if (!fault) return []
  if (fault.fields.length === 0) return [{ fieldId: 'key', text: fault.message }]
  return fault.fields.map(({ place, message, remedy }) => ({
    fieldId: place,
    text: [message, remedy].filter(Boolean).join(' '),
  }))
}

async function begin({ ctx, given, goTo }: Visit<z.infer<typeof begun>>) {
  const { from, of, key, season: words, startsOn, order } = given
  const { draft } =
    from === 'dates'
      ? await startFromDates(ctx, { of, key, season: words, stages: await stagesIn(await datesOf(given), order) })
      : await startDraft(ctx, { from, of, key, season: words, startsOn: startIn(startsOn) })
  return goTo(`/desk/design/drafts/${draft}`)
}

function startIn(startsOn: string): string {
  if (isDay(startsOn)) return startsOn
  const message = 'Say the day on which it starts, such as 2027-09-01.'
  throw new Invalid(message, { fields: [{ place: 'startsOn', message }] })
}

async function startAgain(visit: Visit<unknown>, fault: Invalid) {
  const { fields } = visit
  const said = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const from = FROM.safeParse(fields.from)
  if (!from.success) return notThere()
  const entered = {
    key: said('key'),
    season: said('season'),
    startsOn: said('startsOn'),
    of: said('of'),
    dates: await datesAgain(fields),
    order: said('order'),
  }
  return startPage(visit, from.data, entered, fault)
}

async function change({ ctx, given, goTo }: Visit<{ season: string }>) {
  const { draft } = await changeSeason(ctx, given)
  return goTo(`/desk/design/drafts/${draft}`)
}

async function versions({ ctx, given, page: show }: Visit<z.infer<typeof versioned>>) {
  const it = await seeVersions(ctx, given)
  return show('Versions', <VersionsPage it={it} page={given.page} />)
}

async function version({ ctx, given, page: show }: Visit<z.infer<typeof oneVersion>>) {
  const it = await seeVersion(ctx, given)
  const back = { href: `/desk/design/versions?season=${encodeURIComponent(it.season)}`, text: 'Versions' }
  const content = <TextPage back={back} heading={`${it.name}, as loaded on ${longDay(it.loadedOn)}`} text={it.text} />
  return show('A version', content)
}
