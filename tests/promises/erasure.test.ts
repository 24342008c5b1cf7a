import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/calendar/days.ts'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { releaseDecisions } from '../../src/journey/announce/actions.ts'
import { askForHelp } from '../../src/journey/meet/actions/asking.ts'
import { readNotes, writeNote } from '../../src/journey/meet/actions/notes.ts'
import { reportPair } from '../../src/journey/meet/actions/reports.ts'
import { writeAgreement } from '../../src/journey/meet/actions/shared-texts.ts'
import { sharedDocument } from '../../src/journey/meet/screens/shared-texts.ts'
import { showResults } from '../../src/journey/results/screens.ts'
import { erasePerson } from '../../src/people/actions/erase-person.ts'
import { askToLookAgain } from '../../src/people/actions/look-again.ts'
import type { Certificate } from '../../src/people/shapes/certificate.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Context } from '../../src/runtime/context.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../../src/runtime/errors.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { applyErasures, readErasures } from '../../src/upkeep/actions/apply-erasures.ts'
import { retainDue } from '../../src/upkeep/actions/retain.ts'
import { actAs, everyActor } from '../make/acting.ts'
import { type Everybody, everybody } from '../make/everybody.ts'
import { fillRows } from '../make/full-rows.ts'
import { mailServer } from '../make/mail-server.ts'
import { type Marker, plantMarkers } from '../make/markers.ts'

/** Words of an erased person that stay, and why that is right. Reviewed by hand against the catalogue. */
const STAYS: Readonly<Record<string, string>> = {
  'attendance.event': 'closed totals do not change',
  'attendance.session': 'closed totals do not change',
  'audit.about': 'evidence: ids of what it was about',
  'audit.action': 'evidence without a name',
  'audit.ground': 'evidence without a name',
  'directory_entry.department': 'figures count departments as of their day',
  'directory_entry.division': 'figures count departments as of their day',
  'glass.reason': 'evidence of who looked',
  'person.kind': 'a state',
  'survey_answered.survey': 'closed totals do not change',
  'training_record.course': 'closed totals do not change',
}

describe('an erased person', () => {
  let all: Everybody
  let markers: readonly Marker[]
  let certificate: Certificate
  let before: unknown
  let sealedBefore: readonly { id: string; sealed: Buffer }[]
  let idsBefore: readonly string[]
  let address = ''
  let filesBefore: readonly string[]
  const RUNNING = '2021-08-25'

  beforeAll(async () => {
    all = await everybody()
    const { pool } = all.installation
    await fillRows(all)
    const mentee = await actAs(all, 'mentee of the pair')
    await writeNote(mentee, { pair: all.ids.pair, text: 'note of the mentee' })
    await writeNote(await actAs(all, 'mentor of the pair'), { pair: all.ids.pair, text: 'note of the mentor' })
    await reportPair(mentee, { pair: all.ids.pair, words: 'report of the mentee' })
    await writeAgreement(mentee, { pair: all.ids.pair, seen: 0, rhythm: 'what both agreed', place: '', between: '' })
    await askForHelp(mentee, { pair: all.ids.pair, words: 'help asked by the mentee' })
    await askToLookAgain(mentee, { season: 'women-2021', words: 'look' })
    const named = await pool.query('select email from person where id = $1', [all.ids.mentee])
    address = named.rows[0].email
    for (const [kind, about] of [
      ['meet-reminder', `${all.ids.pair} 2021-07-08`],
      ['still-going', `${all.ids.pair} 1`],
    ])
      await pool.query(
        `insert into outbox_message (organisation_id, id, season_id, person_id, kind, about, subject, body, state, drafted_on, recorded_at)
          values ($1, gen_random_uuid(), $2, $3, $4, $5, 'names them', 'names them', 'sent', '2021-07-20', '2021-07-20T10:00:00Z')`,
        [all.ids.organisation, all.ids.season, all.ids.mentor, kind, about],
      )
    markers = await plantMarkers(pool)
    await pool.query('update outbox_message set to_address = null')
    const house = await openHouse(all.installation)
    if (house) await doWhatIsDue(house)
    sealedBefore = (await pool.query('select id, sealed from private_note where author_id = $1', [all.ids.mentee])).rows
    idsBefore = (await pool.query('select id from season order by key')).rows.map((row) => row.id)
    before = await results()
    await pool.query('update hat set until_on = null where person_id = $1', [all.ids.mentee])
    filesBefore = textsIn(join(all.installation.config.dataFolder, 'letters'))
    const { rows } = await pool.query('select email from person where id = $1', [all.ids.mentee])
    certificate = await erasePerson(at(mentee, RUNNING), { person: all.ids.mentee, address: ` ${rows[0].email} ` })
  })

  const at = (ctx: Context, day: string): Context => ({
    ...ctx,
    today: day,
    clock: stoppedClock(`${day}T10:00:00.000Z`),
  })
  /** What was counted by a day: by the one before the erasure unless said, or today; an event to come is not. */
  const results = async (on: string | null = addDays(RUNNING, -1)) => {
    const ctx = { ...(await actAs(all, 'coordinator')), on }
    const { results: found } = await showResults(ctx, { season: 'women-2021' })
    return { ...found, attendance: found.attendance.filter((it) => it.percent !== null) }
  }
  const theirs = () => markers.filter((it) => it.subjects.includes(all.ids.mentee))

  it('is in no row of any table by any word that is not kept on purpose', async () => {
    const text = await everyRow(all)
    const found = theirs().filter((it) => text.includes(it.word))
    expect([...new Set(found.map((it) => `${it.table}.${it.column}`))].filter((it) => !STAYS[it])).toEqual([])
    expect(theirs().length - found.length).toBeGreaterThan(15)
    expect(text).not.toContain('report of the mentee')
    expect(text).not.toContain('help asked by the mentee')
  })

  it('is in no letter to their partner about a window or a month of the pair', async () => {
    const { rows } = await all.installation.pool.query(
      "select body from outbox_message where person_id = $1 and kind in ('meet-reminder', 'still-going')",
      [all.ids.mentor],
    )
    expect(rows).toEqual([{ body: '' }, { body: '' }])
  })

  it('is in no file of the letters, and those of others are still there', () => {
    const files = textsIn(join(all.installation.config.dataFolder, 'letters'))
    expect(files.length).toBeGreaterThan(3)
    for (const it of theirs())
      expect(
        files.some((text) => text.includes(it.word)),
        it.column,
      ).toBe(false)
    // Their own letter and the one to their partner lay there before.
    expect(filesBefore.filter((text) => text.includes(address)).length).toBeGreaterThan(1)
    expect(files.filter((text) => text.includes(address))).toEqual([])
  })

  it('is named in no reason of the match, neither in a pair nor in a kept run', async () => {
    const { rows } = await all.installation.pool.query(
      `select answer::text as text from match_run union all select reason from pair where $1 in (mentor_id, mentee_id)`,
      [all.ids.mentee],
    )
    const run = JSON.parse(rows[0].text)
    const own = run.pairs.filter((it: { menteeId: string }) => it.menteeId === all.ids.mentee)
    expect(own).toMatchObject([{ reason: '', terms: [] }])
    expect(run.pairs.filter((it: { reason: string }) => it.reason !== '').length).toBe(run.pairs.length - 1)
  })

  it('has left nothing that opens: what was sealed stays closed in a backup too', async () => {
    const owner = { organisationId: all.ids.organisation, kind: 'person', id: all.ids.mentee } as const
    expect(sealedBefore).toHaveLength(1)
    for (const note of sealedBefore) {
      const place = { table: 'private_note', column: 'sealed', row: note.id }
      await expect(all.installation.keyring.open(owner, place, note.sealed)).rejects.toThrow(NotFound)
    }
    await expect(actAs(all, 'mentee of the pair')).rejects.toThrow(/does not get in/)
  })

  it('has left no key of anybody or anything that opens what they had written for themselves', async () => {
    const { keyring, keys } = all.installation
    const { rows: owners } = await keys.query('select distinct kind, id from wrapped_key where wrapped is not null')
    expect(owners.length).toBeGreaterThan(0)
    for (const note of sealedBefore)
      for (const { kind, id } of owners) {
        const place = { table: 'private_note', column: 'sealed', row: note.id }
        const words = await keyring
          .open({ organisationId: all.ids.organisation, kind, id }, place, note.sealed)
          .catch(() => null)
        expect(words, `with the key of a ${kind}`).toBe(null)
      }
  })

  it('wears no hat from that day on', async () => {
    const { rows } = await all.installation.pool.query(
      'select hat, until_on::text from hat where person_id = $1 order by from_on',
      [all.ids.mentee],
    )
    expect(rows).toEqual([{ hat: 'reviewer', until_on: addDays(RUNNING, -1) }])
  })

  it('ends a running pair that day, without a cause and without anybody who did it', async () => {
    const { rows } = await all.installation.pool.query(
      "select kind, from_on::text, until_on, changed_by from pair_change where pair_id = $1 and kind = 'ended'",
      [all.ids.pair],
    )
    expect(rows).toEqual([{ kind: 'ended', from_on: RUNNING, until_on: null, changed_by: null }])
  })

  it('leaves the other half their own notes', async () => {
    const mentor = await actAs(all, 'mentor of the pair')
    const read = await readNotes(mentor, { pair: all.ids.pair, page: 1 })
    expect(read.notes.map((it) => it.text)).toEqual(['note of the mentor'])
    expect(read.partner).toBe('Erased person')
  })

  it('leaves the other half what the two wrote together, said by nobody with a name', async () => {
    const mentor = await actAs(all, 'mentor of the pair')
    const { document, partner } = await sharedDocument(mentor, { pair: all.ids.pair, kind: 'agreement' })
    expect(document?.standing).toMatchObject({ text: { rhythm: 'what both agreed' }, by: 'Erased person' })
    expect(partner).toBe('Erased person')
  })

  it('gets a certificate that holds no name, and no count of what only named people may know', async () => {
    const text = JSON.stringify(certificate)
    for (const it of markers) expect(text).not.toContain(it.word)
    const counted = [...certificate.deleted, ...certificate.emptied, ...certificate.kept].map((it) => it.holds)
    for (const holds of certificate.uncounted) expect(counted).not.toContain(holds)
    expect(certificate.uncounted.join(' ')).toMatch(/Private notes.*report/s)
    expect(certificate.emptied).toContainEqual({ holds: 'Each application with its answers', rows: 1 })
    expect(certificate.backupsEndOn).toBe('2021-09-24')
    const { rows } = await all.installation.pool.query('select * from erasure')
    expect(rows).toMatchObject([{ id: certificate.number, person_id: all.ids.mentee, certificate }])
  })

  it('is erased again after a restore that brought them back, by the ledger kept from before, any number of times', async () => {
    const { installation, ids } = all
    const ledger = await readErasures(installation)
    await installation.pool.query(
      "update person set name = 'Back Again', email = 'back@again.example', erased_at = null where id = $1",
      [ids.mentee],
    )
    await installation.pool.query("update application set about = 'back again' where person_id = $1", [ids.mentee])
    await installation.pool.query('delete from erasure')
    const restored = await everyRow(all)
    expect(restored).toContain('Back Again')
    expect(await applyErasures(installation, ledger)).toEqual({ people: 1 })
    const once = await everyRow(all, ['audit', 'audit_seal'])
    expect(once).not.toMatch(/back.again/i)
    expect(await applyErasures(installation, ledger)).toEqual({ people: 1 })
    expect(await everyRow(all, ['audit', 'audit_seal'])).toBe(once)
    expect(await results()).toEqual(before)
    expect(await readErasures(installation)).toEqual(ledger)
  })

  it('is written to no more, and nobody is told of them, when decisions are released again', async () => {
    const { pool } = all.installation
    const letters = async () =>
      (await pool.query("select id, state, subject from outbox_message where kind in ('pair', 'no-place') order by id"))
        .rows
    const there = await letters()
    await pool.query('delete from outbox_message where person_id = $1 or about = $2', [all.ids.mentee, all.ids.pair])
    const gone = there.length - (await letters()).length
    expect(gone).toBeGreaterThan(1)
    await releaseDecisions(await actAs(all, 'coordinator'), { season: 'women-2021' })
    expect((await letters()).length).toBe(there.length - gone)
  })

  it('leaves closed totals as they were, and the seasons', async () => {
    expect(await results()).toEqual(before)
    const over = await results(null)
    const { rows: people } = await all.installation.pool.query('select email from person where id = $1', [
      all.ids.mentor,
    ])
    const owner = await actAs(all, 'owner')
    await erasePerson(owner, { person: all.ids.mentor, address: people[0].email })
    expect(await results(null)).toEqual(over)
    const shared = await all.installation.pool.query('select 1 from shared_wording')
    expect(shared.rows, 'what two wrote together goes when both are erased').toEqual([])
    const { rows } = await all.installation.pool.query('select id from season order by key')
    expect(rows.map((row) => row.id)).toEqual(idsBefore)
  })
})

describe('erasing', () => {
  let all: Everybody
  const emailOf = async (id: string) =>
    (await all.installation.pool.query('select email from person where id = $1', [id])).rows[0].email

  beforeAll(async () => {
    all = await everybody()
  })

  it('is for the person and for owners, and for nobody else by any hat', async () => {
    const able: string[] = []
    for (const [name, ctx] of await everyActor(all)) {
      const done = await erasePerson(ctx, { person: all.ids.mentor, address: 'not the address' }).catch(
        (error) => error,
      )
      if (done instanceof Invalid) able.push(name)
      else expect(done, name).toBeInstanceOf(NotAllowed)
    }
    expect(able.sort()).toEqual(['mentor of the pair', 'operator', 'owner'])
  })

  it('does nothing before the address was typed, and says which', async () => {
    const mentor = await actAs(all, 'mentor of the pair')
    const fault = await erasePerson(mentor, { person: all.ids.mentor, address: 'other@example.com' }).catch((it) => it)
    expect(fault.fields[0].remedy).toContain(await emailOf(all.ids.mentor))
    expect((await readErasures(all.installation)).length).toBe(0)
  })

  it('sends the certificate to the address there was, and then has it nowhere', async () => {
    const { received, url } = await mailServer()
    const mentor = await actAs(all, 'mentor of the pair')
    const address = await emailOf(all.ids.mentor)
    await erasePerson({ ...mentor, sendsMail: true }, { person: all.ids.mentor, address })
    const house = await openHouse({ ...all.installation, config: { ...all.installation.config, smtpUrl: url } })
    if (house) await doWhatIsDue(house)
    const letter = received.find((it) => it.to === address)
    expect(letter?.source).toMatch(/Certificate of erasure/)
    expect(await everyRow(all)).not.toContain(address)
  })

  it('closes what was sealed for a pair once both of its people are gone, and not before', async () => {
    const { pool, keyring } = all.installation
    const { rows } = await pool.query('select mentor_id, mentee_id from pair where id = $1', [all.ids.otherPair])
    const sealedFor = { organisationId: all.ids.organisation, kind: 'pair', id: all.ids.otherPair } as const
    const place = { table: 'pair', column: 'sealed', row: all.ids.otherPair }
    const sealed = await keyring.seal(sealedFor, place, 'of the two of them')
    const owner = await actAs(all, 'owner')
    const { mentor_id: mentor, mentee_id: mentee } = rows[0]
    await erasePerson(owner, { person: mentor, address: await emailOf(mentor) })
    expect(await keyring.open(sealedFor, place, sealed)).toBe('of the two of them')
    await erasePerson(owner, { person: mentee, address: await emailOf(mentee) })
    await expect(keyring.open(sealedFor, place, sealed)).rejects.toThrow(NotFound)
  })

  it('that was cut off before its keys were destroyed is finished the next night', async () => {
    const { installation, ids } = all
    const sealedFor = { organisationId: ids.organisation, kind: 'person', id: ids.mentee } as const
    const place = { table: 'private_note', column: 'sealed', row: 'n' }
    const sealed = await installation.keyring.seal(sealedFor, place, 'mine')
    const keyring = { ...installation.keyring, destroy: () => Promise.reject(new Error('cut off')) }
    const mentee = await actAs(all, 'mentee of the pair')
    const cutOff = erasePerson({ ...mentee, keyring }, { person: ids.mentee, address: await emailOf(ids.mentee) })
    await expect(cutOff).rejects.toThrow('cut off')
    expect(await installation.keyring.open(sealedFor, place, sealed)).toBe('mine')
    const night = stoppedClock(`${addDays(mentee.today, 1)}T03:00:00.000Z`)
    const house = await openHouse({ ...installation, machineClock: night })
    expect(house && (await retainDue(house))).toBe(true)
    await expect(installation.keyring.open(sealedFor, place, sealed)).rejects.toThrow(NotFound)
  })

  it('a person who was erased cannot be erased again', async () => {
    const owner = await actAs(all, 'owner')
    await expect(erasePerson(owner, { person: all.ids.mentor, address: 'x' })).rejects.toThrow(NotFound)
  })

  it('is named in no letter to others about hats, one that still waited included once it has left', async () => {
    const { pool } = all.installation
    const hat = newId()
    await pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on) select organisation_id, $1, id, 'reviewer', '2021-01-01'
       from person where id = $2`,
      [hat, all.ids.outsider],
    )
    const add = (state: string, about: string) =>
      pool.query(
        `insert into outbox_message (organisation_id, id, person_id, kind, about, subject, body, state, drafted_on, released_on, recorded_at)
         select organisation_id, $1, id, 'hat', $2, 'Outsider is reviewer', 'named here', $3, '2021-01-01', '2021-01-01', '2021-01-01'
         from person where id = $4`,
        [newId(), about, state, all.ids.mentor],
      )
    await add('sent', `own ${hat}`)
    await add('released', `given ${hat}`)
    const { rows } = await pool.query('select email from person where id = $1', [all.ids.outsider])
    await erasePerson(await actAs(all, 'owner'), { person: all.ids.outsider, address: rows[0].email })
    const named = async () =>
      (await pool.query("select about from outbox_message where body = 'named here'")).rows.map((it) => it.about)
    expect(await named()).toEqual([`given ${hat}`])
    await pool.query("update outbox_message set state = 'sent' where about = $1", [`given ${hat}`])
    await pool.query('delete from retention_run')
    const house = await openHouse(all.installation)
    if (house) await retainDue(house)
    expect(await named()).toEqual([])
  })

  it('is refused for the last owner, and of two owners who erase each other at once one stays', async () => {
    const { pool } = all.installation
    const { rows } = await pool.query(
      "select distinct p.id, p.email from hat h join person p on p.id = h.person_id where h.hat = 'owner' and h.organisation_id = $1",
      [all.ids.organisation],
    )
    expect(rows).toHaveLength(2)
    const owner = await actAs(all, 'owner')
    const erased = await Promise.allSettled(rows.map((it) => erasePerson(owner, { person: it.id, address: it.email })))
    const refused = erased.filter((it) => it.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toBeInstanceOf(Refused)
    expect(refused[0]?.reason.code).toBe('last-owner')
    const left = await pool.query('select operator_person_id as id from organisation where id = $1', [
      all.ids.organisation,
    ])
    const stays = erased.findIndex((it) => it.status === 'rejected')
    expect(left.rows[0].id).toBe(rows[stays].id)
  })
})

/** Everything the database holds, as text; some tables may be left out. */
async function everyRow(all: Everybody, but: readonly string[] = []): Promise<string> {
  const { pool } = all.installation
  const { rows } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  )
  const tables = rows.map((row) => row.name).filter((name) => !but.includes(name))
  const texts = await Promise.all(
    tables.map(async (name) => (await pool.query(`select t::text as it from "${name}" t order by 1`)).rows),
  )
  return texts
    .flat()
    .map((row) => row.it)
    .join('\n')
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? textsIn(path) : [readFileSync(path, 'utf8')]
  })
}
