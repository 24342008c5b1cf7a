import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const RESULTS = '/seasons/women-2021/results'

describe('many quotes on the results page', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const read = async (by: CallerName, path: string) =>
    (await site.request(path, { headers: all.callers[by].headers })).text()
  const quotesIn = (text: string) => text.match(/Quote number \d+[.]/g) ?? []

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
    await rows(
      `update season set program = jsonb_set(program, '{results}', '{"audience": "public"}') where id = $1`,
      all.ids.season,
    )
    await rows(
      `with r as (insert into person (organisation_id, id, email, name, kind, created_at)
          select $1, gen_random_uuid(), 'quoted' || n || '@example.org', 'Quoted ' || n, 'guest', now()
          from generate_series(1, 121) n returning id, substr(name, 8)::int as n)
        insert into quote (organisation_id, id, season_id, person_id, role, text, signed, version, changed_at, published_on)
          select $1, gen_random_uuid(), $2, id, 'mentee', 'Quote number ' || n || '.', 'role', 1, now(),
            case when n = 121 then null else '2021-08-01'::date + n end from r`,
      all.ids.organisation,
      all.ids.season,
    )
  })

  it('are read fifty at a time, each once, and none that is not published', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => read('anybody', `${RESULTS}?quotes=${page}`)))
    expect(pages.map((it) => quotesIn(it).length)).toEqual([50, 50, 20])
    const shown = new Set(pages.flatMap(quotesIn))
    expect(shown.size).toBe(120)
    expect(shown).not.toContain('Quote number 121.')
    expect(pages[0]).toContain('120 quotes, 1 to 50')
    expect(pages[1]).toContain('120 quotes, 51 to 100')
    expect(pages[1]).toContain('Page 2 of 3')
    expect(await read('anybody', RESULTS)).toBe(pages[0])
    // A page that is not there is the last one, and what cannot be read is the first.
    expect(quotesIn(await read('anybody', `${RESULTS}?quotes=9`))).toEqual(quotesIn(pages[2] ?? ''))
    expect(quotesIn(await read('anybody', `${RESULTS}?quotes=x`))).toEqual(quotesIn(pages[0] ?? ''))
  })

  it('keep the day and the link in the addresses of their pages', async () => {
    const then = await read('anybody', `${RESULTS}?on=2021-10-20`)
    expect(then).toContain('80 quotes, 1 to 50')
    expect(then).toContain(`href="${RESULTS}?on=2021-10-20&amp;quotes=2#words"`)
    const { searchParams } = new URL(all.resultsLink, 'http://localhost')
    const byLink = await read('anybody', all.resultsLink)
    expect(byLink).toContain(`link=${searchParams.get('link')}&amp;quotes=2#words`)
  })

  it('stand on one page to be printed, and in no file', async () => {
    expect(await read('anybody', RESULTS)).toContain('All 120 on one page, to print them')
    const whole = await read('anybody', `${RESULTS}?quotes=all`)
    expect(new Set(quotesIn(whole)).size).toBe(120)
    expect(whole).not.toContain('Page 1 of')
    for (const as of ['csv', 'json', 'md'])
      for (const quotes of ['1', '2', 'all'])
        expect(quotesIn(await read('coordinator', `${RESULTS}/file?as=${as}&quotes=${quotes}`))).toEqual([])
  })
})
