import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { everyWay } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

describe('a hat of one season', () => {
  let all: Everybody
  beforeAll(async () => {
    all = await everybody()
  })

  const textOf = async (name: CallerName, path: string) => {
    const answer = await makeSite(all.installation).request(path, { headers: all.callers[name].headers })
    return { status: answer.status, text: await answer.text() }
  }

  it('opens the figures of its season, and of another season the counts that everybody sees', async () => {
    const own = await textOf('coordinator of the season', '/seasons/women-2021/results')
    expect(own.text).toContain('session 1')
    const other = await textOf('coordinator of another season', '/seasons/women-2021/results')
    expect(other.status).toBe(200)
    expect(other.text).not.toContain('session 1')
  })

  it('opens no page of the desk for another season, and says nothing of that season on any', async () => {
    const pages = everyWay().filter((it) => it.method === 'GET' && /^\/(desk|clearance)/.test(it.path))
    expect(pages.length).toBeGreaterThan(10)
    for (const { path } of pages.filter((it) => !it.path.includes(':'))) {
      const asked = `${path}?season=women-2021&kind=pair`
      const { status, text } = await textOf('coordinator of another season', asked)
      if (status === 200) expect(text, asked).not.toMatch(/mentee\d|mentor\d/)
      else expect([303, 404], asked).toContain(status)
    }
  })

  it('shows the way only to pages that it opens', async () => {
    const { text } = await textOf('coordinator of the season', '/me')
    const links = [...text.matchAll(/<a[^>]* href="(\/[^"]*)"/g)].map((it) => it[1] ?? '')
    expect(links).toContain('/look-again')
    for (const path of links.filter((it) => !it.startsWith('/assets')))
      expect((await textOf('coordinator of the season', path)).status, path).toBe(200)
  })
})
