import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, weekdayOf } from '../../src/calendar/days.ts'
import { DAYS_KEPT, deleteNote, readNote, readNotes, writeNote } from '../../src/journey/meet/actions/notes.ts'
import { openReport, readReports, tellDeputies } from '../../src/journey/meet/actions/reading-reports.ts'
import { reportPair, seeReports } from '../../src/journey/meet/actions/reports.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Context } from '../../src/runtime/context.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../../src/runtime/errors.ts'
import { SealBroken } from '../../src/runtime/sealing.ts'
import { FIELDS } from '../../src/store/fields/all.ts'
import { actAs, everyActor, operatorAs } from '../make/acting.ts'
import { type Everybody, everybody } from '../make/everybody.ts'

const MARKER = 'marker-of-a-private-note'
const WORDS = 'marker-of-a-report'

/** Whether somebody got as far as an answer. */
async function answers(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof NotFound) return null
    throw error
  }
}

describe('a private note', () => {
  let all: Everybody
  let mentee: Context
  let pair = ''

  beforeAll(async () => {
    all = await everybody()
    mentee = await actAs(all, 'mentee of the pair')
    pair = all.ids.pair
    await writeNote(mentee, { pair, text: MARKER })
  })

  it('is read by its author, and by nobody else by any hat, at the machine or by token', async () => {
    const readers: string[] = []
    for (const [name, ctx] of await everyActor(all)) {
      const read = await answers(() => readNotes(ctx, { pair, page: 1 }))
      if (JSON.stringify(read).includes(MARKER)) readers.push(name)
    }
    expect(readers).toEqual(['mentee of the pair'])
    const { rows } = await all.installation.pool.query('select email from person where id = $1', [all.ids.mentee])
    const machine = await operatorAs(all, rows[0].email)
    expect(await answers(() => readNotes(machine, { pair, page: 1 }))).toBe(null)
  })

  it('is written by the two of the pair only', async () => {
    const writers: string[] = []
    for (const [name, ctx] of await everyActor(all))
      if (await answers(() => writeNote(ctx, { pair, text: `note of ${name}` }))) writers.push(name)
    expect(writers).toEqual(['mentee of the pair', 'mentor of the pair'])
    const mentor = await actAs(all, 'mentor of the pair')
    const read = await readNotes(mentor, { pair, page: 1 })
    expect(read.notes.map((it) => it.text)).toEqual(['note of mentor of the pair'])
  })

  it('lies in the database as bytes that say nothing, and does not open in another place', async () => {
    const { pool } = all.installation
    const { rows } = await pool.query('select id, sealed from private_note where author_id = $1 order by made_at', [
      all.ids.mentee,
    ])
    expect(rows[0].sealed.includes(MARKER)).toBe(false)
    expect(rows[0].sealed.includes(Buffer.from(MARKER).toString('base64'))).toBe(false)
    await pool.query('update private_note set sealed = $2 where id = $1', [rows[0].id, rows[1].sealed])
    await expect(readNotes(mentee, { pair, page: 1 })).rejects.toThrow(SealBroken)
    await pool.query('update private_note set sealed = $2 where id = $1', [rows[0].id, rows[0].sealed])
    expect((await readNotes(mentee, { pair, page: 1 })).notes.map((it) => it.text)).toContain(MARKER)
  })

  it('of two changes at once both texts stay', async () => {
    const { noteId } = await writeNote(mentee, { pair, text: 'first' })
    expect(await writeNote(mentee, { pair, note: noteId, version: 1, text: 'second' })).toMatchObject({
      became: 'changed',
    })
    const late = await writeNote(mentee, { pair, note: noteId, version: 1, text: 'third' })
    expect(late.became).toBe('both')
    expect((await readNote(mentee, { pair, note: noteId })).notes[0]?.text).toBe('second')
    expect((await readNote(mentee, { pair, note: late.noteId })).notes[0]?.text).toBe('third')
  })

  it('is neither changed nor deleted by the partner, nor through another pair', async () => {
    const mentor = await actAs(all, 'mentor of the pair')
    const { noteId } = await writeNote(mentee, { pair, text: 'mine' })
    expect(await deleteNote(mentor, { pair, note: noteId })).toEqual({ deleted: false })
    expect((await writeNote(mentor, { pair, note: noteId, version: 1, text: 'theirs' })).became).toBe('both')
    expect(await answers(() => readNote(mentor, { pair, note: noteId }))).toBe(null)
    expect((await readNote(mentee, { pair, note: noteId })).notes[0]?.text).toBe('mine')
    expect(await answers(() => readNote(mentee, { pair: all.ids.otherPair, note: noteId }))).toBe(null)
    expect(await deleteNote(mentee, { pair, note: noteId })).toEqual({ deleted: true })
  })

  it('is refused when it is empty or endless, and nothing is kept', async () => {
    await expect(writeNote(mentee, { pair, text: ' \n ' })).rejects.toThrow(Invalid)
    await expect(writeNote(mentee, { pair, text: 'a'.repeat(20_001) })).rejects.toThrow(/at most 20000/)
  })

  it('is kept for as long as its page says', async () => {
    expect(FIELDS.private_note?.retention).toEqual([{ days: DAYS_KEPT, from: 'season-end' }])
    const { keptUntil } = await readNotes({ ...mentee, today: '2026-03-02' }, { pair, page: 1 })
    expect(keptUntil).toBe('2027-03-02')
    const running = await readNotes({ ...mentee, today: '2021-08-01' }, { pair, page: 1 })
    expect(running.keptUntil).toBe('2022-10-07')
  })

  it('stays its author’s to read after the pair has ended', async () => {
    const former = await actAs(all, 'mentee of an ended pair')
    await writeNote(former, { pair: all.ids.endedPair, text: 'still here' })
    const read = await readNotes(former, { pair: all.ids.endedPair, page: 1 })
    expect(read.notes.map((it) => it.text)).toEqual(['still here'])
  })

  it('stands on the page of its own pair alone, where its author is in two', async () => {
    const { pool } = all.installation
    const mentor = await actAs(all, 'mentor of the pair')
    const lend = (id: string) => pool.query('update pair set mentor_id = $1 where id = $2', [id, all.ids.otherPair])
    const { rows } = await pool.query('select mentor_id from pair where id = $1', [all.ids.otherPair])
    await lend(all.ids.mentor)
    const { noteId } = await writeNote(mentor, { pair: all.ids.otherPair, text: 'of the other pair' })
    const textsOf = async (it: string) => (await readNotes(mentor, { pair: it, page: 1 })).notes.map(({ text }) => text)
    expect(await textsOf(all.ids.otherPair)).toEqual(['of the other pair'])
    expect(await textsOf(pair)).not.toContain('of the other pair')
    expect(await answers(() => readNote(mentor, { pair, note: noteId }))).toBe(null)
    expect(await deleteNote(mentor, { pair, note: noteId })).toEqual({ deleted: false })
    await lend(rows[0].mentor_id)
  })
})

describe('a report that a pair is not working', () => {
  let all: Everybody
  let mentee: Context
  let reportId = ''
  /** A Monday: the next working day is the day after. */
  const MONDAY = '2026-10-05'
  const at = (ctx: Context, day: string): Context => ({
    ...ctx,
    today: day,
    clock: stoppedClock(`${day}T10:00:00.000Z`),
  })

  beforeAll(async () => {
    all = await everybody()
    mentee = at(await actAs(all, 'mentee of the pair'), MONDAY)
    expect(weekdayOf(MONDAY)).toBe(1)
    const made = await reportPair({ ...mentee, sendsMail: true }, { pair: all.ids.pair, words: WORDS })
    reportId = made.reportId
  })

  async function readersOn(day: string): Promise<readonly string[]> {
    const readers: string[] = []
    for (const [name, ctx] of await everyActor(all)) {
      // Nobody has opened it yet, whoever comes.
      await openedAgain(false)
      const listed = await answers(() => readReports(at(ctx, day)))
      const opened = await answers(() => openReport(at(ctx, day), { report: reportId }))
      expect(JSON.stringify(listed).includes(reportId), name).toBe(JSON.stringify(opened).includes(WORDS))
      if (opened) readers.push(name)
    }
    return readers
  }

  const openedAgain = (opened: boolean) =>
    all.installation.pool.query(
      `update report set opened_at = ${opened ? 'now()' : 'null'}, opened_by = null where id = '${reportId}'`,
    )

  it('is read by the named contact alone, by no coordinator, owner or auditor, nor by the partner', async () => {
    expect(await readersOn(MONDAY)).toEqual(['named contact'])
    expect(await readersOn(addDays(MONDAY, 1))).toEqual(['named contact'])
  })

  it('and by the deputy once nobody has opened it by the end of the next working day', async () => {
    await openedAgain(false)
    const readers: string[] = []
    for (const name of ['deputy', 'named contact'] as const) {
      const ctx = at(await actAs(all, name), addWorkingDays(MONDAY, 2))
      if (await answers(() => openReport(ctx, { report: reportId }))) readers.push(name)
    }
    expect(readers).toEqual(['deputy', 'named contact'])
  })

  it('says to its author that it was opened, and who would read the next one', async () => {
    const seen = await seeReports(mentee, { pair: all.ids.pair })
    expect(seen.reports).toMatchObject([{ madeOn: MONDAY, words: WORDS, stranded: false }])
    expect(seen.reports[0]?.openedAt).not.toBe(null)
    expect(seen.readers).toEqual({ contacts: ['contact'], deputies: ['deputy'] })
    const partner = await seeReports(at(await actAs(all, 'mentor of the pair'), MONDAY), { pair: all.ids.pair })
    expect(partner.reports).toEqual([])
  })

  it('tells its reader by letter that something waits, and neither what nor about whom', async () => {
    const { rows } = await all.installation.pool.query(
      "select m.*, p.email from outbox_message m join person p on p.id = m.person_id where m.kind = 'report'",
    )
    expect(rows.map((it) => it.email)).toEqual(['contact@staff.example'])
    const text = `${rows[0].subject} ${rows[0].body}`
    for (const word of [WORDS, 'mentee', 'pair', 'report', 'not working', all.ids.pair, reportId])
      expect(text, word).not.toContain(word)
    expect(rows[0].season_id).toBe(null)
  })

  it('tells the deputy once it is theirs, once', async () => {
    await openedAgain(false)
    const program = { ...((await everyActor(all)).get('program') as Context), sendsMail: true }
    expect(await tellDeputies(at(program, addDays(MONDAY, 1)))).toEqual({ told: 0 })
    expect(await tellDeputies(at(program, addDays(MONDAY, 2)))).toEqual({ told: 1 })
    expect(await tellDeputies(at(program, addDays(MONDAY, 3)))).toEqual({ told: 0 })
    await openedAgain(true)
  })

  it('tells nobody who became deputy after it was written, since they could not open it', async () => {
    const { pool } = all.installation
    await openedAgain(false)
    await pool.query(
      `insert into hat (organisation_id, id, person_id, season_id, hat, from_on, is_deputy)
       values ($1, gen_random_uuid(), $2, $3, 'named-contact', '2021-01-01', true)`,
      [all.ids.organisation, all.ids.outsider, all.ids.season],
    )
    const program = { ...((await everyActor(all)).get('program') as Context), sendsMail: true }
    expect(await tellDeputies(at(program, addDays(MONDAY, 2)))).toEqual({ told: 0 })
    await pool.query("delete from hat where person_id = $1 and hat = 'named-contact'", [all.ids.outsider])
    await openedAgain(true)
  })

  it('has no trace with a pair or a season in the audit, and its looks name the reporter only', async () => {
    const { pool } = all.installation
    const { rows } = await pool.query(
      "select season_id, about from audit where action = 'meet.reportPair' and outcome = 'done'",
    )
    expect(rows).toEqual([{ season_id: null, about: null }])
    const looked = await pool.query(
      `select distinct s.person_id from audit_subject s join audit a on a.id = s.audit_id where a.action = 'meet.readReports'`,
    )
    expect(looked.rows).toEqual([{ person_id: all.ids.mentee }])
    const opened = await pool.query("select distinct about from audit where action = 'meet.readReports'")
    expect(opened.rows).toEqual([{ about: null }])
  })

  it('keeps who opened it first, and when, whoever opens it later', async () => {
    const { pool } = all.installation
    await openedAgain(false)
    const openAs = async (name: 'deputy' | 'named contact', day: string) =>
      openReport(at(await actAs(all, name), day), { report: reportId })
    const first = await openAs('deputy', addWorkingDays(MONDAY, 2))
    expect(first).toMatchObject({ openedByMe: true })
    const later = await openAs('named contact', addWorkingDays(MONDAY, 3))
    expect(later).toMatchObject({ openedByMe: false, openedAt: expect.stringContaining(addWorkingDays(MONDAY, 2)) })
    const { rows } = await pool.query('select p.email from report r join person p on p.id = r.opened_by')
    expect(rows).toEqual([{ email: 'deputy@staff.example' }])
  })

  it('of whose copies two were exchanged opens neither', async () => {
    const others = await everybody()
    const { pool } = others.installation
    for (const name of ['mentee of the pair', 'mentor of the pair'] as const)
      await reportPair(await actAs(others, name), { pair: others.ids.pair, words: `report of ${name}` })
    const contact = await actAs(others, 'named contact')
    const { rows } = await pool.query(
      "select c.id, c.report_id, c.sealed from report_copy c join person p on p.id = c.reader_id where p.email = 'contact@staff.example'",
    )
    expect(rows).toHaveLength(2)
    await pool.query('update report_copy set sealed = $2 where id = $1', [rows[0].id, rows[1].sealed])
    await pool.query('update report_copy set sealed = $2 where id = $1', [rows[1].id, rows[0].sealed])
    for (const row of rows) await expect(openReport(contact, { report: row.report_id })).rejects.toThrow(SealBroken)
  })

  it('is not taken where nobody outside of the pair could read it, and the form says so before', async () => {
    await all.installation.pool.query("update hat set until_on = '2021-12-31' where hat = 'named-contact'")
    expect((await seeReports(mentee, { pair: all.ids.pair })).readers).toBe(null)
    expect((await seeReports(mentee, { pair: all.ids.pair })).reports[0]?.stranded).toBe(false)
    await expect(reportPair(mentee, { pair: all.ids.pair, words: 'again' })).rejects.toThrow(Refused)
    await openedAgain(false)
    expect((await seeReports(mentee, { pair: all.ids.pair })).reports[0]?.stranded).toBe(true)
  })

  it('is not read by a named contact who is in the pair', async () => {
    await all.installation.pool.query("update hat set until_on = null, person_id = $1 where hat = 'named-contact'", [
      all.ids.mentor,
    ])
    expect((await seeReports(mentee, { pair: all.ids.pair })).readers).toBe(null)
    const other = at(await actAs(all, 'mentee of another pair'), MONDAY)
    expect((await seeReports(other, { pair: all.ids.otherPair })).readers?.contacts).toHaveLength(1)
  })
})
