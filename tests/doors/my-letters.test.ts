import { beforeAll, describe, expect, it } from 'vitest'
import { LETTERS_PER_PAGE, myLetter, myLetters } from '../../src/people/screens/my-letters.ts'
import { NotFound } from '../../src/runtime/errors.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { actAs } from '../make/acting.ts'
import { type Everybody, everybody } from '../make/everybody.ts'

describe('letters to oneself', () => {
  let all: Everybody
  const add = (personId: string, set: { state: string; kind?: string; subject: string; releasedOn?: string | null }) =>
    all.installation.pool.query(
      `insert into outbox_message (organisation_id, id, person_id, kind, about, subject, body, state, drafted_on, released_on, recorded_at)
       select organisation_id, $1, id, $2, $7, $3, 'words', $4, '2026-01-01', $5::date, '2026-01-01' from person where id = $6`,
      [newId(), set.kind ?? 'hat', set.subject, set.state, set.releasedOn ?? null, personId, newId()],
    )
  const subjects = async (page = 1) =>
    (await myLetters(await actAs(all, 'mentee of another pair'), { page })).letters.map((it) => it.subject)

  beforeAll(async () => {
    all = await everybody()
  })

  it('are those that left for them, whatever became of the e-mail; no draft, no sign-in, none that was taken back', async () => {
    const { rows } = await all.installation.pool.query('select mentee_id as id from pair where id = $1', [
      all.ids.otherPair,
    ])
    const before = await subjects()
    const on = '2099-01-01'
    for (const state of ['released', 'sent', 'kept', 'filed', 'failed', 'page'])
      await add(rows[0].id, { state, subject: state, releasedOn: on })
    await add(rows[0].id, { state: 'draft', subject: 'a draft' })
    await add(rows[0].id, { state: 'withdrawn', subject: 'taken back', releasedOn: on })
    await add(rows[0].id, { state: 'sent', kind: 'sign-in', subject: 'sign in', releasedOn: on })
    await add(all.ids.outsider, { state: 'sent', subject: 'to somebody else', releasedOn: on })
    expect((await subjects()).toSorted()).toEqual(
      [...before, 'released', 'sent', 'kept', 'filed', 'failed', 'page'].toSorted(),
    )
  })

  it('one is read by whoever it was written to; to everybody else it is not there', async () => {
    const mentee = await actAs(all, 'mentee of the pair')
    const [letter] = (await myLetters(mentee, { page: 1 })).letters
    const id = letter?.id ?? ''
    expect((await myLetter(mentee, { id })).body).toContain('Hello')
    for (const name of ['mentor of the pair', 'owner', 'coordinator'] as const)
      await expect(myLetter(await actAs(all, name), { id })).rejects.toThrow(NotFound)
    await all.installation.pool.query("update outbox_message set state = 'draft', released_on = null where id = $1", [
      id,
    ])
    await expect(myLetter(mentee, { id })).rejects.toThrow(NotFound)
  })

  it('come fifty at a time, the newest first', async () => {
    for (let at = 0; at < LETTERS_PER_PAGE + 5; at += 1)
      await add(all.ids.mentor, { state: 'sent', subject: `letter ${at}`, releasedOn: '2098-01-01' })
    const mentor = await actAs(all, 'mentor of the pair')
    const first = await myLetters(mentor, { page: 1 })
    expect(first.letters).toHaveLength(LETTERS_PER_PAGE)
    expect(first.letters.map((it) => it.on)).toEqual(
      first.letters
        .map((it) => it.on)
        .toSorted()
        .reverse(),
    )
    const second = await myLetters(mentor, { page: 2 })
    expect(first.found).toBe(first.letters.length + second.letters.length)
  })
})
