import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const PATH = '/seasons/women-2021/training'
const PDF = new TextEncoder().encode('%PDF-1.7 a certificate')

describe('training, at the door', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
  })

  const get = async (name: CallerName, path = PATH) => {
    const answer = await site.request(path, { headers: all.callers[name].headers })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const post = async (name: CallerName, path: string, form: Readonly<Record<string, string | File>>) => {
    const { headers, formToken } = all.callers[name]
    const body = new FormData()
    for (const [key, value] of Object.entries({ ...form, token: formToken ?? '' })) body.set(key, value)
    const asked = { method: 'POST', headers: { ...headers, origin: 'http://localhost' }, body }
    const answer = await site.request(path, asked)
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const records = (person: string) =>
    rows('select course, happened_on::text as on from training_record where person_id = $1 order by course', person)
  const given = { course: 'slides', on: '2021-06-20', link: '' }

  it('says what is due, as a choice of equals, and is there for whoever applied only', async () => {
    const { text } = await get('mentee of the pair')
    expect(text).toContain('One to complete: How to be a good mentor or mentee')
    expect(text).toContain('They are equals')
    expect(text).not.toContain('Inclusion certificate')
    const mentors = (await get('mentor of the pair')).text
    expect(mentors).toContain('2 to complete')
    expect(mentors).toMatch(/Required, was due by \w+day .* 2021/)
    for (const name of ['colleague', 'coordinator', 'owner'] as const) {
      expect((await get(name)).status, name).toBe(404)
      expect((await post(name, PATH, given)).status, name).toBe(404)
    }
  })

  it('records one’s own word as the same row an import writes, once however often it is said', async () => {
    const both = await Promise.all([1, 2, 3].map(() => post('mentee of the pair', PATH, given)))
    expect(both.map((it) => it.location).sort()).toEqual(
      ['recorded', 'there', 'there'].map((became) => `${PATH}?done=${became}`),
    )
    expect(await records(all.ids.mentee)).toEqual([{ course: 'slides', on: '2021-06-20' }])
    expect((await get('mentee of the pair')).text).toContain('Your training is complete')
    expect((await get('mentee of the pair')).text).toContain('by your own word')
  })

  it('takes back what one recorded, and nothing that a coordinator did', async () => {
    const back = await post('mentee of the pair', `${PATH}/take-back`, { course: 'slides' })
    expect(back.location).toBe(`${PATH}?done=back`)
    expect(await records(all.ids.mentee)).toEqual([])
    await rows(
      `insert into training_record (organisation_id, id, season_id, person_id, course, happened_on, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, 'course', '2021-06-01', now())`,
      all.ids.organisation,
      all.ids.season,
      all.ids.mentee,
    )
    await post('mentee of the pair', `${PATH}/take-back`, { course: 'course' })
    expect(await records(all.ids.mentee)).toHaveLength(1)
    expect((await get('mentee of the pair')).text).toContain('recorded by a coordinator')
  })

  it('gives back what cannot be used, with the field named', async () => {
    const wrong = await post('mentor of the pair', PATH, { ...given, link: 'javascript:alert(1)' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#link-1"')
    expect(wrong.text).toContain('value="javascript:alert(1)"')
    expect((await post('mentor of the pair', PATH, { ...given, on: '2199-01-01' })).text).toContain('has not come yet')
    expect((await post('mentor of the pair', PATH, { ...given, on: 'soon' })).text).toContain('Enter the day')
    expect((await post('mentee of the pair', PATH, { ...given, course: 'dib-certification' })).status).toBe(422)
    const script = new File(['<script>alert(1)</script>'], 'certificate.pdf', { type: 'application/pdf' })
    expect((await post('mentor of the pair', PATH, { ...given, file: script })).text).toContain('neither a PDF')
    const large = new File([PDF, new Uint8Array(2 * 1024 * 1024)], 'c.pdf')
    expect((await post('mentor of the pair', PATH, { ...given, file: large })).text).toContain('larger than 2 MB')
    expect(
      (await post('mentor of the pair', PATH, { ...given, file: new File([new Uint8Array(3e6)], 'c') })).status,
    ).toBe(413)
    expect(await records(all.ids.mentor)).toEqual([])
  })

  it('a file is given back as a download, to whoever gave it and to coordinators, and to nobody else', async () => {
    const file = new File([PDF], 'my "name".pdf', { type: 'text/html' })
    const certificate = { course: 'dib-certification', on: '2021-06-20', link: '' }
    expect((await post('mentor of the pair', PATH, { ...certificate, file })).location).toBe(`${PATH}?done=recorded`)
    const [evidence] = await rows("select id from training_evidence where kind = 'file'")
    const path = `${PATH}/files/${evidence.id}`
    expect((await get('mentor of the pair')).text).toContain(`href="${path}"`)
    for (const name of ['mentor of the pair', 'coordinator', 'coordinator of the season'] as const) {
      const { status, headers, text } = await get(name, path)
      expect(status, name).toBe(200)
      expect(text).toBe('%PDF-1.7 a certificate')
      expect(headers.get('content-disposition')).toBe('attachment; filename="evidence.pdf"')
      expect(headers.get('content-type')).toBe('application/pdf')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    }
    for (const name of ['mentee of the pair', 'owner', 'people team', 'coordinator of another season'] as const)
      expect((await get(name, path)).status, name).toBe(404)
    expect((await get('mentor of the pair', '/me/who-looked')).text).toContain('given as evidence')
    await post('mentor of the pair', `${PATH}/take-back`, { course: 'dib-certification' })
    expect((await get('mentor of the pair', path)).status).toBe(404)
    expect(await rows('select 1 from training_file')).toEqual([])
  })
})
