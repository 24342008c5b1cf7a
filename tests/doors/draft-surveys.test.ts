import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

describe('the instruments of a draft, at the door', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>
  let draft = ''

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
    draft = (await post('/desk/design/start', START)).location ?? ''
  })

  const START = {
    from: 'template',
    of: 'women-2021',
    key: 'next',
    season: 'A season to come',
    startsOn: '2027-05-03',
  }
  const ask = (
    method: 'GET' | 'POST',
    path: string,
    form: Record<string, string> = {},
    name: CallerName = 'coordinator',
  ) => requestAs(site, all.callers[name], method, path, form)
  const get = (path: string) => ask('GET', path)
  const post = (path: string, form: Record<string, string>) => ask('POST', path, form)
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const text = async () =>
    (
      await rows(
        'select file_text as text from program_draft_save where draft_id = $1 order by number desc limit 1',
        draft.split('/').at(-1),
      )
    )[0]?.text as string
  const step = (seen: number, what: string, more: Record<string, string> = {}) =>
    post(`${draft}/surveys`, { seen: String(seen), do: what, ...more })
  const counts = () =>
    rows(`select (select count(*) from survey_draft)::int as drafts, (select count(*) from survey_sent)::int as sent,
      (select count(*) from survey_answer)::int as answers, (select count(*) from survey_answered)::int as answered,
      (select count(*) from program_draft_save)::int as saves, (select count(*) from outbox_message)::int as letters`)

  it('are listed with their days and whom they ask, and one is added whole, moved and taken out, each with its undo', async () => {
    const listed = await get(`${draft}/surveys`)
    expect(listed.status).toBe(200)
    expect(listed.body).toContain('3 surveys')
    expect(listed.body).toContain('Mentees: ')
    const before = await text()
    const added = await step(1, 'instrument f/surveys', { 'kind/surveys': 'leavers', 'new/surveys': 'Early' })
    expect(added.location).toBe(`${draft}/surveys?saved=2`)
    expect((await get(added.location ?? '')).body).toContain('Undo')
    const after = await text()
    expect(after).toContain('\n  early:\n    name: If a pair ends early')
    for (const line of before.split('\n')) expect(after).toContain(line)
    await step(2, 'up f/surveys/early')
    expect((await text()).indexOf('\n  early:')).toBeLessThan((await text()).indexOf('\n  end:'))
    await step(3, 'remove f/surveys/early')
    expect(await text()).not.toContain('If a pair ends early')
  })

  it('somebody who looks at an older save is told who changed it since, and nothing is overwritten', async () => {
    const late = await step(1, 'remove f/surveys/mid')
    expect(late.status).toBe(409)
    expect(late.body).toContain('has changed this draft since you opened it')
    expect(await text()).toContain('\n  mid:')
  })

  it('take a question of the bank, with what it measures and where its scale is published, into the file', async () => {
    const bank = await get(`${draft}/bank?survey=end&of=mentee&about=Trust`)
    expect(bank.body).toContain('without being judged for it')
    expect(bank.body).toContain('Edmondson 1999')
    expect(bank.body).not.toContain('Help with the career:')
    const added = await post(`${draft}/bank`, {
      seen: '4',
      survey: 'end',
      of: 'mentee',
      about: 'Trust',
      'bank/surveys/end/questions/mentee': 'mistakes',
      do: 'bank f/surveys/end/questions/mentee',
    })
    expect(added.location).toBe(`${draft}/bank?survey=end&of=mentee&about=Trust&saved=5`)
    expect((await get(added.location ?? '')).body).toContain('It is in this survey.')
    expect(await text()).toMatch(/key: mistakes[\s\S]*Edmondson 1999/)
  })

  it('are seen as those who are asked would, in a frame of our own page and in nobody else’s', async () => {
    const preview = await get(`${draft}/surveys/end?as=mentee`)
    expect(preview.body.match(/<iframe/g)).toHaveLength(2)
    const { headers } = all.callers.coordinator
    const shown = await site.request(`${draft}/surveys/end/shown?as=mentee`, { headers })
    expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(await shown.text()).toMatch(/<div inert[\s\S]*without being judged for it/)
    const other = await site.request(`${draft}/surveys/end?as=mentee`, { headers })
    expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect((await get(`${draft}/surveys/end?as=supervisor`)).status).toBe(404)
    expect((await get(`${draft}/surveys/none`)).status).toBe(404)
  })

  it('are tried as they would be sent, with the same words for what is wrong, and a test run leaves nothing', async () => {
    const before = await counts()
    const path = `${draft}/surveys/end/try`
    const empty = await post(path, { role: 'mentee' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Answer at least one question')
    const wrong = await post(path, { role: 'mentee', 'q-mistakes': '9' })
    expect(wrong.body).toContain('Choose one of the answers shown')
    const sent = await post(path, { role: 'mentee', 'q-mistakes': '4' })
    expect(sent.status).toBe(200)
    expect(sent.body).toContain('nothing of it is kept')
    expect(await counts()).toEqual(before)
  })

  it('are also added beside the live text, where what was typed in it stays', async () => {
    const now = await text()
    const typed = now.replace('lengthText: 3 months', 'lengthText: 3 months # as agreed')
    const saved = await post(`${draft}?part=surveys`, {
      seen: '5',
      text: typed,
      'bank/surveys/mid/questions/leaver': 'sooner',
      do: 'bank f/surveys/mid/questions/leaver',
    })
    expect(saved.location).toContain('saved=6')
    expect(await text()).toContain('lengthText: 3 months # as agreed')
    expect(await text()).toMatch(/leaver:[\s\S]*key: sooner/)
    const form = await get(`${draft}?part=surveys`)
    expect(form.body).toContain('Or one of the question bank')
    expect(form.body).toContain('Or one that comes with days and questions')
  })

  it('are also seen and tried while other parts of the draft are faulty, and what is faulty in one is said there', async () => {
    const now = await text()
    const faulty = now.replace(/^endsOn: .*$/m, 'endsOn: soon').replace(/(\n {2}pre:\n[\s\S]*?opens: )\S+/, '$1soon')
    await post(`${draft}?part=surveys`, { seen: '6', text: faulty })
    const listed = (await get(`${draft}/surveys`)).body
    expect(listed).toContain('Something in it is to be mended')
    expect((await get(`${draft}/surveys/pre?as=mentee`)).status).toBe(404)
    for (const path of ['/surveys/end?as=mentee', '/surveys/end/shown?as=mentee', '/surveys/end/try?as=mentee'])
      expect((await get(`${draft}${path}`)).status, path).toBe(200)
    expect((await get(`${draft}/bank?survey=pre&about=Nothing`)).body).toContain('There is none of that')
    await post(`${draft}?part=surveys`, { seen: '7', text: 'key: [' })
    expect((await get(`${draft}/surveys`)).body).toContain('cannot be read')
    await post(`${draft}?part=surveys`, { seen: '8', text: now.replace(/^surveys:[\s\S]*?^(?=\w)/m, '') })
    expect((await get(`${draft}/surveys`)).body).toContain('No survey yet')
    expect((await get(`${draft}/bank`)).body).toContain('Add a survey first')
  })

  it('what has opened in the season in force is not taken out or added to here, and publishing would refuse it', async () => {
    const change = (await post('/desk/design/change', { season: 'women-2021' })).location ?? ''
    const page = (await get(`${change}/surveys`)).body
    expect(page).toContain('It has opened in the season in force')
    expect(page).not.toContain('Take it out')
    expect((await get(`${change}/bank?survey=mid`)).body).toContain('nothing is added to it any more')
    // Open, and nobody has answered: what it asks is locked all the same.
    const today = new Date().toISOString().slice(0, 10)
    await rows(
      "update season set program = jsonb_set(program, '{surveys,end,closes}', to_jsonb($1::text)) where id = $2",
      today,
      all.ids.season,
    )
    await rows("delete from survey_answered where survey = 'end'")
    await post(`${change}?part=surveys`, { seen: '1', 'f/surveys/end/closes': today })
    await post(`${change}/bank`, {
      seen: '2',
      'bank/surveys/end/questions/mentee': 'cares',
      do: 'bank f/surveys/end/questions/mentee',
    })
    expect((await get(`${change}/differences`)).body).toContain(
      'The survey is open: people are answering it as it stands.',
    )
  })
})
