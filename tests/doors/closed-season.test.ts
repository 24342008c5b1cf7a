import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restsWhenClosed } from '../../src/permissions/resting.ts'
import { ROUTES } from '../../src/web/routes.ts'
import { makeSite } from '../../src/web/site.tsx'
import { everyWay, pathsOf } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { type FormOnPage, formsOn, linksOn } from '../make/forms-on.ts'
import { undoneStore } from '../make/undone.ts'

/** Of pages of one kind, as those of people, some stand for all. */
const MOST_OF_A_KIND = 5
const COORDINATOR = 'coordinator'
const OTHERS = ['reviewer', 'people team', 'mentee of the pair', 'mentor of the pair'] as const
const REFUSED = 'This season is closed, so nothing in it changes any more'

type Walked = { readonly by: CallerName; readonly path: string; readonly forms: readonly FormOnPage[] }

describe('pages of a season that is closed', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>
  let store: Awaited<ReturnType<typeof undoneStore>>
  let open: readonly Walked[]

  beforeAll(async () => {
    all = await everybody()
    await leaveWork(all)
    store = await undoneStore(all.installation.pool)
    site = makeSite({ ...all.installation, db: store.db })
    open = await walkAll([COORDINATOR, ...OTHERS])
  }, 120_000)
  afterAll(() => store.close())

  const get = async (by: CallerName, path: string) => {
    const answer = await site.request(path, { headers: all.callers[by].headers })
    const isPage = answer.headers.get('content-type')?.includes('html')
    return { status: answer.status, html: isPage ? await answer.text() : '' }
  }
  const press = async (by: CallerName, { action, fields }: FormOnPage) => {
    const headers = { ...all.callers[by].headers, origin: 'http://localhost' }
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
    return (await site.request(action, { method: 'POST', headers, body })).text()
  }
  const close = (season: string) =>
    all.installation.pool.query(
      `insert into season_closing (organisation_id, id, season_id, closed_on, closed_by, closed_at)
        select organisation_id, gen_random_uuid(), $1, '2022-05-04', id, now() from person
        where email = 'coordinator@staff.example'`,
      [season],
    )

  /** From every page that has an address of its own, along the links. */
  async function walk(by: CallerName): Promise<readonly Walked[]> {
    const ways = everyWay().filter((it) => it.method === 'GET' && !/^.api|[.](csv|ics|svg|json)$/.test(it.path))
    const waiting = ways.flatMap((it) => pathsOf(it, all).slice(0, 1))
    const seen = new Set<string>()
    const kinds = new Map<string, number>()
    const walked: Walked[] = []
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const kind = wayOf('GET', path)?.path
      const many = kinds.get(kind ?? '') ?? 0
      if (!kind || seen.has(path) || many >= MOST_OF_A_KIND) continue
      seen.add(path)
      const at = path
      const { status, html } = await store.undone(() => get(by, at))
      if (status === 404 || html === '') continue
      kinds.set(kind, many + 1)
      walked.push({ by, path, forms: formsOn(html) })
      waiting.push(...linksOn(html))
    }
    return walked
  }
  async function walkAll(callers: readonly CallerName[]): Promise<readonly Walked[]> {
    const walked: Walked[] = []
    for (const by of callers) walked.push(...(await walk(by)))
    return walked
  }

  /** What was pressed and answered that it cannot be done, because the season is closed. */
  async function refusedIn(walked: readonly Walked[]): Promise<readonly string[]> {
    const refused: string[] = []
    for (const { by, path, forms } of walked)
      for (const form of forms)
        if ((await store.undone(() => press(by, form))).includes(REFUSED))
          refused.push(`${by}, ${path}: ${form.action}`)
    return refused
  }

  it('have forms of most kinds before it is closed', () => {
    const kinds = new Set(open.flatMap(({ forms }) => forms.filter(rests).map((it) => wayOf('POST', it.action)?.path)))
    expect(kinds.size).toBeGreaterThanOrEqual(25)
  })

  it('leave what is offered in another season as it is', async () => {
    await close(all.ids.otherSeason)
    const ofTheFirst = open.filter((it) => it.path.includes('women-2021') || it.path.includes(all.ids.pair))
    expect(ofTheFirst.flatMap((it) => it.forms.filter(rests)).length).toBeGreaterThan(30)
    for (const { by, path, forms } of ofTheFirst) {
      const now = formsOn((await store.undone(() => get(by, path))).html)
      expect(actionsOf(now), path).toEqual(actionsOf(forms))
    }
  })

  it('say which season is closed and since when, wherever something was offered that rests', async () => {
    await close(all.ids.season)
    for (const { by, path, forms } of open.filter((it) => it.forms.some(rests) && !isOfNoSeason(it))) {
      const { html } = await store.undone(() => get(by, path))
      expect(formsOn(html).filter(rests), `${by}, ${path}`).toEqual([])
      if (html.includes(REFUSED)) continue
      expect(html, `${by}, ${path}: ${forms.length}`).toMatch(/ was closed on Wednesday 4 May 2022/)
    }
  })

  it('lead on to who came to an event, to be read', async () => {
    const event = '/seasons/women-2021/events/kickoff'
    const { html } = await store.undone(() => get(COORDINATOR, `${event}/desk`))
    expect(html).toContain(`href="${event}/attendance">Read who came`)
    expect((await store.undone(() => get(COORDINATOR, `${event}/attendance`))).status).toBe(200)
  })

  it('offer a coordinator no form that would only be refused', async () => {
    const walked = await walk(COORDINATOR)
    expect(walked.length).toBeGreaterThan(150)
    expect(walked.flatMap((it) => it.forms).length).toBeGreaterThan(200)
    expect(await refusedIn(walked)).toEqual([])
  }, 120_000)

  it('offer nobody else such a form either', async () => {
    expect(await refusedIn(await walkAll(OTHERS))).toEqual([])
  }, 120_000)
})

/** What a season under way has waiting: letters to be read, a review that was given out. */
async function leaveWork({ installation: { pool }, ids }: Everybody): Promise<void> {
  await pool.query("update outbox_message set state = 'draft', released_on = null where kind = 'pair'")
  await pool.query(
    `insert into review_assignment (organisation_id, application_id, reviewer_id, step_id, assigned_by, assigned_at)
      select a.organisation_id, a.id, p.id, a.id, p.id, now() from application a, person p
      where a.person_id = $1 and p.email = 'reviewer@staff.example'`,
    [ids.mentee],
  )
}

function actionsOf(forms: readonly FormOnPage[]): readonly string[] {
  return forms.filter(rests).map((it) => it.action)
}

/** An import of the directory is of no season, and is taken back whether one is closed or not. */
function isOfNoSeason({ path }: Walked): boolean {
  return path.startsWith('/imports/past/')
}

function rests({ action }: FormOnPage): boolean {
  const way = wayOf('POST', action)
  return typeof way?.action === 'string' && restsWhenClosed(way.action)
}

/** The route that a path is one of. */
function wayOf(method: string, path: string) {
  const plain = path.split('?')[0] ?? ''
  return ROUTES.find((it) => it.method === method && asPattern(it.path).test(plain))
}

function asPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '[.]').replace(/:[a-z]+(?:\{([^}]*)\})?/gi, (_, of) => of ?? '[^/]+')}$`)
}
