import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MENTEE, MENTOR, walking } from '../make/walking.ts'

type Walk = Awaited<ReturnType<typeof walking>>
const SEASON = '/seasons/walk-2026'
const BOTH = [
  [MENTEE, 'mentee', 'Noor'],
  [MENTOR, 'mentor', 'Mina'],
] as const

describe('a whole season, walked by one mentee and one mentor on their phones', () => {
  let walk: Walk
  let pair = ''

  beforeAll(async () => {
    walk = await walking('tests/make/walk-program.yaml')
  })
  afterAll(() => walk?.close())

  const headings = async () => [await walk.next(MENTEE), await walk.next(MENTOR)]
  /** The link of an answer in the letter to somebody, opened where nobody is signed in. */
  const answerLink = (letters: Awaited<ReturnType<Walk['tick']>>, to: string, say: string) => {
    const text = letters.find((it) => it.to === to && /Did you and/.test(it.subject))?.text ?? ''
    return new RegExp(`https?://\\S+/answer\\?link=\\S+&say=${say}`).exec(text)?.[0] ?? ''
  }
  const answers = async (link: string, button: string) => {
    const page = await walk.stranger()
    await page.goto(new URL(link.replace(/^https?:\/\/[^/]+/, ''), walk.address).href)
    walk.begin('say from the letter that you met')
    await walk.tap(page, 'button', button)
    expect(await page.locator('h1').innerText()).toBe('Thank you, that is answered')
    await page.context().close()
  }

  it('both apply, and read when they hear', async () => {
    const { open, tap, at, begin } = walk
    at('2026-02-03T10:00:00.000Z')
    expect(await headings()).toEqual(Array(2).fill('You are in no program at the moment'))
    for (const [email, role] of BOTH) {
      begin('apply')
      const page = await open(email, `${SEASON}/apply`)
      expect(await page.locator('h1').innerText()).toBe('You can apply as a mentor or as a mentee')
      await tap(page, 'link', `Apply as a ${role}`)
      await page.getByLabel(/should your .* know of you/).fill(`I am the ${role} of this walk.`)
      await tap(page, 'checkbox', /half an hour free/)
      await tap(page, 'button', 'Send my application')
      expect(await page.locator('h1').innerText()).toBe('We have your application')
    }
    expect(await headings()).toEqual(Array(2).fill('You hear about your application on Friday 20 February 2026'))
  })

  it('on the day both hear by letter and on their page, not before, and read who the other is', async () => {
    const { run, sheet, tick, at, open } = walk
    at('2026-02-16T10:00:00.000Z')
    await sheet(['email'], 'review', 'clear')
    await run('review', 'decide')
    at('2026-02-20T15:00:00.000Z')
    await run('match', 'propose')
    await run('match', 'publish')
    expect(await tick()).toEqual([])
    expect(await headings()).toEqual(Array(2).fill('You hear about your application on Friday 20 February 2026'))
    expect(await (await open(MENTEE, `${SEASON}/surveys/pre`)).locator('h1').innerText()).toMatch(/no page for you/)
    await run('announce', 'release')
    const letters = [...walk.letters(), ...(await tick())].map((it) => `${it.to}: ${it.subject}`)
    expect(letters.sort()).toEqual([
      `${MENTEE}: Before the program: a survey of about 2 minutes`,
      `${MENTEE}: Walking Season: meet Noor Haddad`,
      `${MENTOR}: Before the program: a survey of about 2 minutes`,
      `${MENTOR}: Walking Season: meet Mina Amado`,
    ])
    for (const [email, role, partner] of BOTH) {
      const page = await open(email, '/my')
      await page.getByRole('link', { name: /Our pair page/ }).click()
      pair = new URL(page.url()).pathname
      expect(await page.locator('h1').innerText()).toMatch(`You and ${partner}`)
      const other = role === 'mentor' ? 'mentee' : 'mentor'
      await page.getByText('Read both introductions').click()
      expect(await page.locator('main').innerText()).toContain(`I am the ${other} of this walk.`)
    }
  })

  it('before the first meeting both answer, come to the kickoff and learn, each step named on their page', async () => {
    const { open, tap, begin, at, run } = walk
    for (const [email] of BOTH) {
      begin('answer a survey')
      const page = await open(email, '/my')
      expect(await page.locator('h1').innerText()).toBe(
        'Answer the survey “Before the program” by Thursday 26 February',
      )
      await tap(page, 'link', 'Answer it')
      await page.getByLabel('What do you hope for?').fill('To see further.')
      await tap(page, 'button', 'Send my answers')
      expect(await page.locator('h1').innerText()).toBe('Your answers are in')

      begin('sign up for an event')
      await page.goto(new URL('/my', walk.address).href)
      expect(await page.locator('h1').innerText()).toBe('Say that you come to “Kickoff” by Friday 27 February')
      await tap(page, 'link', 'Choose a session')
      await tap(page, 'radio', /^Session 1/)
      await tap(page, 'button', 'Sign up')
      const clock = email === MENTEE ? '14:00' : '09:00'
      expect(await page.locator('h1').innerText()).toBe(`You come on Friday 27 February 2026 at ${clock}`)

      begin('record a training')
      await page.goto(new URL('/my', walk.address).href)
      expect(await page.locator('h1').innerText()).toBe(
        'Finish the training “How to be a good mentor or mentee” by Sunday 1 March',
      )
      await tap(page, 'link', 'Open your training')
      await tap(page, 'radio', 'The slides made from the course')
      await tap(page, 'button', 'Record it')
      expect(await page.locator('h1').innerText()).toBe('Your training is complete')
    }

    begin('ask a question')
    const board = await open(MENTEE, '/my')
    await tap(board, 'link', 'Questions, asked and answered')
    await board.getByLabel('What do you want to know?').fill('May we meet on a walk?')
    await tap(board, 'button', 'Ask without my name')
    expect(await board.locator('h1').innerText()).toBe('One question')
    expect(await (await open(MENTOR, `${SEASON}/questions`)).locator('main').innerText()).not.toContain('Mina')

    at('2026-02-27T14:05:00.000Z')
    await run('design', 'load', 'tests/make/walk-program.yaml')
    const code = await walk.codeOf('kickoff')
    for (const [email] of BOTH) {
      begin('check in')
      const page = await open(email, `${SEASON}/events/kickoff`)
      await tap(page, 'link', 'Check in with it')
      await page.getByLabel('Code').fill(code)
      await tap(page, 'button', 'Check in')
      expect(await page.locator('h1').innerText()).toBe('You are checked in')
    }
  })

  it('the two agree how they work together, and on a goal', async () => {
    const { open, tap, begin } = walk
    expect(await headings()).toEqual(['Agree with Noor how you work together', 'Agree with Mina how you work together'])
    begin('write down what you agree')
    const page = await open(MENTEE, '/my')
    await tap(page, 'link', 'Write it down')
    await page.getByLabel('When do you meet?').fill('Every other Thursday')
    await tap(page, 'button', 'Keep it for both of you')
    expect(await headings()).toEqual([
      'Write down what you want to reach',
      'Write down with Mina what they want to reach',
    ])
    begin('set a goal')
    await page.goto(new URL('/my', walk.address).href)
    await tap(page, 'link', 'Write the goal')
    await page.getByLabel('The goal, in one sentence').fill('Lead one retrospective by May.')
    await tap(page, 'button', 'Keep it for both of you')
    expect(await (await open(MENTOR, pair)).locator('main').innerText()).toContain('Lead one retrospective by May.')
    expect(await headings()).toEqual(Array(2).fill('Nothing needs you today'))
  })

  it('the first window: times proposed and accepted, and both say that they met', async () => {
    const { open, tap, begin, at, tick } = walk
    at('2026-03-02T15:00:00.000Z')
    expect(await headings()).toEqual(['Meet Noor by Sunday 15 March', 'Meet Mina by Sunday 15 March'])
    begin('propose times')
    const mentee = await open(MENTEE, '/my')
    await tap(mentee, 'link', 'Find a time')
    await tap(mentee, 'button', 'Propose these times')
    expect(await mentee.locator('h1').innerText()).toBe('Noor Haddad has your times')
    expect(await headings()).toEqual(['Noor has the times you propose', 'Mina proposes times to meet'])
    begin('accept a time')
    const mentor = await open(MENTOR, '/my')
    await tap(mentor, 'link', 'Choose a time')
    const offered = await mentor.locator('main').innerText()
    // 15:00 and 10:00: inside the working hours of both, on both clocks.
    expect(offered).toMatch(/Tuesday 3 March 2026, 1[0-1]:\d\d \(America\/New York\)/)
    await tap(mentor, 'button', /^Accept Tuesday 3 March/)
    expect(await mentor.locator('h1').innerText()).toBe('Your next meeting with Mina Amado')
    const [forMentee, forMentor] = await headings()
    expect(forMentee).toMatch(/^You meet Noor on Tuesday 3 March 2026, 15:\d\d \(Europe\/Lisbon\)$/)
    expect(forMentor).toMatch(/^You meet Mina on Tuesday 3 March 2026, 10:\d\d \(America\/New York\)$/)
    const invited = await tick()
    expect(
      invited
        .filter((it) => it.isInvitation)
        .map((it) => it.to)
        .sort(),
    ).toEqual([MENTEE, MENTOR])

    at('2026-03-04T15:00:00.000Z')
    const asked = await tick()
    expect(asked.map((it) => [it.to, it.subject]).sort()).toEqual([
      [MENTEE, 'Did you and Noor Haddad meet?'],
      [MENTOR, 'Did you and Mina Amado meet?'],
    ])
    for (const [email] of BOTH) {
      begin('say on the page that you met')
      const page = await open(email, `${pair}/meetings`)
      expect(await page.locator('h1').innerText()).toMatch(/^Did you and .* meet\?$/)
      await page.getByLabel('On which day?').first().selectOption('2026-03-03')
      await tap(page, 'button', 'Yes, we met')
      expect(await page.locator('[role=status]').innerText()).toContain('Kept.')
    }
    expect(await headings()).toEqual(Array(2).fill('Nothing needs you today'))
    expect(await tick()).toEqual([])
  })

  it('the second: one reminder each in permitted hours, and the letter’s link says that they met, without signing in', async () => {
    const { at, tick } = walk
    at('2026-03-23T03:00:00.000Z')
    expect(await tick()).toEqual([])
    at('2026-03-23T09:00:00.000Z')
    expect((await tick()).map((it) => [it.to, it.subject])).toEqual([
      [MENTEE, 'Nothing is planned with Noor Haddad yet'],
    ])
    at('2026-03-23T15:00:00.000Z')
    expect((await tick()).map((it) => it.to)).toEqual([MENTOR])
    for (const day of [24, 25, 28]) {
      at(`2026-03-${day}T15:00:00.000Z`)
      expect(await tick(), `on 2026-03-${day}`).toEqual([])
    }
    at('2026-03-30T15:00:00.000Z')
    const asked = await tick()
    expect(asked.map((it) => it.to).sort()).toEqual([MENTEE, MENTOR])
    for (const [email] of BOTH) await answers(answerLink(asked, email, 'met'), 'Yes, we met')
    expect(await headings()).toEqual(['Meet Noor by Sunday 12 April', 'Meet Mina by Sunday 12 April'])
  })

  it('the third: held on a walk, written down by one and confirmed by the other', async () => {
    const { open, tap, begin, at } = walk
    at('2026-04-02T15:00:00.000Z')
    begin('write a meeting down')
    const mentor = await open(MENTOR, `${pair}/meetings`)
    await mentor.getByLabel('Day', { exact: true }).fill('2026-04-01')
    await mentor.getByLabel('How').selectOption('elsewhere')
    await tap(mentor, 'button', 'Write it down')
    expect(await mentor.locator('[role=status]').innerText()).toContain('Kept.')
    expect(await headings()).toEqual(['Did you meet Noor on Wednesday 1 April?', 'Nothing needs you today'])
    begin('confirm what the other wrote down')
    const mentee = await open(MENTEE, '/my')
    await tap(mentee, 'link', 'Answer')
    await tap(mentee, 'button', 'Yes, we met')
    expect(await headings()).toEqual(Array(2).fill('Nothing needs you today'))
  })

  it('half-way both answer a survey, and the fourth is an exchange in writing that one of them writes down', async () => {
    const { open, tap, at, begin } = walk
    at('2026-04-09T15:00:00.000Z')
    await walk.tick()
    for (const [email] of BOTH) {
      begin('answer a survey')
      const page = await open(email, '/my')
      expect(await page.locator('h1').innerText()).toBe('Answer the survey “Half-way” by Friday 17 April')
      await tap(page, 'link', 'Answer it')
      await tap(page, 'radio', '5, fully')
      await tap(page, 'button', 'Send my answers')
      expect(await page.locator('h1').innerText()).toBe('Your answers are in')
    }
    at('2026-04-15T15:00:00.000Z')
    const page = await open(MENTEE, `${pair}/meetings`)
    await page.getByLabel('Day', { exact: true }).fill('2026-04-15')
    await page.getByLabel('How').selectOption('exchange')
    await page.getByRole('button', { name: 'Write it down' }).click()
    expect(await headings()).toEqual(['Nothing needs you today', 'Did you meet Mina on Wednesday 15 April?'])
    // Not denied within five working days: it counts.
    at('2026-04-23T15:00:00.000Z')
    expect(await headings()).toEqual(Array(2).fill('Nothing needs you today'))
    expect(await (await open(MENTOR, `${pair}/meetings`)).locator('h1').innerText()).toBe(
      'You met in every two-week window so far',
    )
  })

  it('the fifth goes by: one reminder, one question, the coordinator’s line after two working days, and it is excused', async () => {
    const { at, tick, open, run } = walk
    at('2026-05-04T15:00:00.000Z')
    await tick()
    at('2026-05-06T15:00:00.000Z')
    expect((await tick()).map((it) => it.subject)).toEqual([])
    at('2026-05-11T15:00:00.000Z')
    expect((await tick()).map((it) => it.subject).sort()).toEqual([
      'Did you and Mina Amado meet?',
      'Did you and Noor Haddad meet?',
    ])
    expect((await run('meet', 'quiet', '--json')).join('')).not.toContain('Mina Amado')
    at('2026-05-13T15:00:00.000Z')
    expect((await run('meet', 'quiet', '--json')).join('')).toContain('Mina Amado')
    await run('meet', 'excuse', '--mentee', MENTEE, '--on', '2026-05-05')
    expect((await run('meet', 'quiet', '--json')).join('')).not.toContain('Mina Amado')
    for (const [email] of BOTH)
      expect(await (await open(email, pair)).locator('main').innerText()).toContain('Excused or paused.')
    expect(await headings()).toEqual(['Meet Noor by Sunday 24 May', 'Meet Mina by Sunday 24 May'])
  })

  it('at the end both answer, go on beyond the season, and leave when it is time', async () => {
    const { open, tap, begin, at, tick } = walk
    at('2026-05-18T15:00:00.000Z')
    await tick()
    for (const [email] of BOTH) {
      const page = await open(email, '/my')
      expect(await page.locator('h1').innerText()).toBe('Answer the survey “At the end” by Thursday 28 May')
      await page.getByRole('link', { name: 'Answer it' }).click()
      await page.getByLabel('Yes', { exact: true }).check()
      await page.getByRole('button', { name: 'Send my answers' }).click()
    }
    begin('propose to go on')
    const mentee = await open(MENTEE, pair)
    await tap(mentee, 'link', 'Go on after the season')
    await mentee.getByLabel('Until which day?').fill('2026-07-31')
    await tap(mentee, 'button', 'Propose this day')
    expect((await tick()).filter((it) => it.to === MENTOR).map((it) => it.subject)).toEqual([
      'Walking Season: going on until Friday 31 July 2026?',
    ])
    expect(await walk.next(MENTOR)).toBe('Go on with Mina until Friday 31 July 2026?')
    begin('agree to go on')
    const mentor = await open(MENTOR, '/my')
    await tap(mentor, 'link', 'Answer')
    await tap(mentor, 'button', 'Agree to this day')
    at('2026-06-15T15:00:00.000Z')
    expect(await headings()).toEqual(Array(2).fill('Nothing needs you today'))
    expect(await (await open(MENTOR, pair)).locator('main').innerText()).toContain('You both agreed to go on until')

    begin('leave')
    const leaving = await open(MENTEE, pair)
    await tap(leaving, 'link', 'End this pair')
    await tap(leaving, 'button', 'End this pair')
    expect(await leaving.locator('[role=status]').innerText()).toContain('Your pair has ended.')
    expect((await tick()).filter((it) => it.to === MENTOR).map((it) => it.subject)).toEqual([
      'Walking Season: your pair has ended',
    ])
    for (const [email] of BOTH) {
      const page = await open(email, '/my')
      expect(await page.locator('h1').innerText()).toBe('Nothing needs you today')
      expect(await page.locator('main').innerText()).toContain('One earlier pair')
    }
  })

  it('nobody was written to at night, and each task took a few taps', () => {
    expect(walk.received.filter((it) => it.hour < 8 || it.hour >= 20)).toEqual([])
    expect(walk.taps).toEqual({
      apply: 3,
      'answer a survey': 3,
      'sign up for an event': 3,
      'record a training': 3,
      'ask a question': 2,
      'check in': 2,
      'write down what you agree': 2,
      'set a goal': 2,
      'propose times': 2,
      'accept a time': 2,
      'say on the page that you met': 1,
      'say from the letter that you met': 1,
      'write a meeting down': 1,
      'confirm what the other wrote down': 2,
      'propose to go on': 2,
      'agree to go on': 2,
      leave: 2,
    })
  })
})
