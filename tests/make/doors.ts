import { API_OPERATIONS } from '../../src/api/operations.ts'
import { ROUTES } from '../../src/web/routes.ts'
import { makeSite } from '../../src/web/site.tsx'
import type { Caller, CallerName, Everybody } from './everybody.ts'
import { CALLERS } from './everybody.ts'

/** One way into the product, as the table of routes or of operations has it. */
export type DoorWay = { readonly method: string; readonly path: string; readonly action: string | null }

/** Every page, form and operation that there is. */
export function everyWay(): readonly DoorWay[] {
  const pages = ROUTES.map((it) => ({
    method: it.method,
    path: it.path,
    action: typeof it.action === 'string' ? it.action : null,
  }))
  const operations = API_OPERATIONS.map((it) => ({
    method: it.shows && !it.file ? 'GET' : 'POST',
    path: it.publicPath ? `/api/v1${it.publicPath.replace('{key}', ':key')}` : `/api/v1/${it.stage}/${it.verb}`,
    action: it.action,
  }))
  return [...pages, ...operations]
}

/** Pages that are asked for with a season, and what else they are asked with. */
const OF_A_SEASON: Readonly<Record<string, string | ((ids: Everybody['ids']) => string)>> = {
  '/desk/match': '',
  '/desk/match/pairs.csv': '',
  '/desk/match/ready': '',
  '/desk/match/shortlists': '',
  '/desk/match/shortlists.csv': '',
  '/desk/match/runs': '',
  '/desk/match/under-way': '',
  '/desk/match/compare': '&run=1&with=1',
  '/desk/match/place': ({ mentee }) => `&mentee=${mentee}`,
  '/desk/match/price': ({ mentee, mentor }) => `&mentee=${mentee}&mentor=${mentor}&kind=forbid`,
  '/desk/reviewing': '',
  '/desk/letters': '',
  '/desk/together': '&kind=certificate',
  '/desk/write': '&to=pairs',
  '/desk/written': '',
  '/desk/written/:id': '',
  '/desk/letters/progress': '',
  '/desk/letters/text': '&kind=pair',
  '/desk/letters/:id': '',
  '/desk/letters/:id/html': '',
  '/desk/health/training': '&training=course',
  '/desk/health/training.csv': '&training=course',
  '/desk/design/versions': '',
  '/desk/completed': '',
  '/desk/closing': '',
  '/desk/completed.csv': '',
}

const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** Things that a test made for the doors to be tried on, beside what everybody has. */
export type Things = Partial<
  Readonly<
    Record<
      | 'note'
      | 'groupLetter'
      | 'letter'
      | 'draft'
      | 'handOver'
      | 'report'
      | 'request'
      | 'glass'
      | 'signIn'
      | 'token'
      | 'hat'
      | 'lentHat'
      | 'service'
      | 'question'
      | 'page'
      | 'asked'
      | 'application'
      | 'program'
      | 'newProgram'
      | 'version'
      | 'import'
      | 'certificate',
      string
    >
  >
>

/** What a path with places in it is tried on: the pair's own things, another's, and what is not there. */
export function pathsOf(way: DoorWay, { ids }: Pick<Everybody, 'ids'>, things: Things = {}): readonly string[] {
  if (way.path.startsWith('/api/') && !way.path.includes(':'))
    return ['women-2021', 'women-2022'].map((season) => `${way.path}?season=${season}`)
  const letter = (way.path.startsWith('/desk/written') ? things.groupLetter : things.draft) ?? NOWHERE
  const isSheet = /^\/imports\/[^:]+$/.test(way.path)
  const asked = way.method === 'GET' ? (OF_A_SEASON[way.path] ?? (isSheet ? '' : undefined)) : undefined
  if (asked !== undefined)
    return ['women-2021', 'women-2022'].map(
      (season) =>
        `${way.path.replace(':id', letter)}?season=${season}${typeof asked === 'function' ? asked(ids) : asked}`,
    )
  if (way.method === 'GET' && way.path === '/desk/design/start') return [`${way.path}?from=dates`]
  if (!way.path.includes(':')) return [way.path]
  const objects: readonly (readonly [string, readonly string[]])[] = [
    ['/desk/written/', [letter]],
    ['/me/look-again/', ['women-2021']],
    ['/me/letters/', [things.letter ?? NOWHERE]],
    ['/desk/letters/', [things.draft ?? NOWHERE]],
    ['/hand-overs/', [things.handOver ?? NOWHERE]],
    ['/me/sign-ins/', [things.signIn ?? NOWHERE]],
    ['/me/tokens/', [things.token ?? NOWHERE]],
    ['/me/hats/:id/back', [things.lentHat ?? NOWHERE]],
    ['/me/hats/', [things.hat ?? NOWHERE]],
    ['/office/hats/', [things.lentHat ?? NOWHERE]],
    ['/office/directory/', [things.service ?? NOWHERE]],
    ['/office/glass/', [things.glass ?? NOWHERE]],
    ['/certificates/', [things.certificate ?? NOWHERE]],
    ['/imports/past/', [things.import ?? NOWHERE]],
    ['/reports/', [things.report ?? NOWHERE]],
    ['/reviews/', [things.application ?? NOWHERE]],
    ['/desk/applications/', [things.application ?? NOWHERE]],
    ['/desk/design/drafts/', [things.program ?? NOWHERE, things.newProgram ?? NOWHERE, NOWHERE]],
    ['/desk/design/versions/', [`${things.version ?? NOWHERE}?season=women-2021`]],
    ['/look-again/', [things.request ?? NOWHERE]],
    ['/readings/', ['a-goal-that-helps']],
    ['/pairs/', [ids.pair, ids.otherPair, NOWHERE]],
    ['/mentors/', [ids.mentor, ids.outsider, ids.otherOrganisationPerson]],
    ['/requests/', [things.asked ?? NOWHERE]],
    ['/people/', [ids.mentee, ids.outsider, ids.otherOrganisationPerson]],
    ['seasons/', ['women-2021', 'women-2022', 'no-such-season']],
  ]
  const found = objects.find(([begins]) => way.path.includes(begins))?.[1] ?? [NOWHERE]
  const note = way.path
    .replace(':note', things.note ?? NOWHERE)
    .replace(':number', '1')
    .replace(':role', 'mentee')
    .replace(':survey', 'mid')
    .replace(':event', 'kickoff')
    .replace(':course', 'slides')
    .replace(':question', things.question ?? NOWHERE)
    .replace(':page', things.page ?? NOWHERE)
  return found.map((id) => note.replace(/:[a-z]+(\{[^}]*\})?/gi, id))
}

export type Answered = {
  readonly status: number
  readonly headers: string
  readonly body: string
  readonly location: string
}

/** Asks the real site as each caller in turn. */
export function askAs(everybody: Everybody) {
  const site = makeSite(everybody.installation)
  return (name: CallerName, method: string, path: string, form: Readonly<Record<string, string>> = {}) =>
    requestAs(site, everybody.callers[name], method, path, form)
}

/** One request; `form.body` is the file of an operation of the API. */
export async function requestAs(
  site: ReturnType<typeof makeSite>,
  caller: Caller,
  method: string,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<Answered> {
  const fields = new URLSearchParams({ ...form, ...(caller.formToken ? { token: caller.formToken } : {}) })
  const body = path.startsWith('/api/') ? (form.body ?? '') : fields
  const answer = await site.request(path, {
    method,
    headers: { ...caller.headers, origin: 'http://localhost' },
    body: method === 'GET' ? undefined : body,
  })
  const headers = [...answer.headers].map(([key, value]) => `${key}: ${value}`).join('\n')
  return { status: answer.status, headers, body: await answer.text(), location: answer.headers.get('location') ?? '' }
}

/** Whether somebody got past the door: in, led to sign in or to the second step, or as if it were not there. */
export function outcomeOf(answer: Answered): 'in' | 'sign-in' | 'step' | 'out' {
  if (answer.status === 303 && answer.location.startsWith('/sign-in/step')) return 'step'
  if (answer.status === 303 && answer.location.startsWith('/sign-in')) return 'sign-in'
  return answer.status === 404 || answer.status === 401 || answer.status === 403 ? 'out' : 'in'
}

export { CALLERS }
