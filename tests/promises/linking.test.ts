import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/calendar/days.ts'
import { closeSurveys } from '../../src/journey/survey/actions/close-surveys.ts'
import { intakeOf, SENT } from '../../src/journey/survey/actions/find-survey.ts'
import type { Survey } from '../../src/model/surveys.ts'
import { NotFound } from '../../src/runtime/errors.ts'
import { openKeyring } from '../../src/runtime/keyring.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { newRootKey } from '../../src/runtime/root-key.ts'
import { shuffled } from '../../src/runtime/shuffle.ts'
import { openStore } from '../../src/store/database.ts'
import { type KeptKey, putKeysBack } from '../../src/store/keys.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshKeys } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'
import { sealAnswers } from '../make/sealed-answers.ts'
import { playSmallSeason } from '../make/small-season.ts'

const PEOPLE = 16
const ROUNDS = process.env.DEPTH === 'full' ? 40 : 6
const TODAY = new Date().toISOString().slice(0, 10)
const rootKey = newRootKey()
const QUESTIONS: NonNullable<Survey['questions']['mentee']> = [
  { kind: 'yes-no', key: 'again', text: 'Would you do it again?' },
  { kind: 'free-text', key: 'words', text: 'What should we change?' },
]

/** What an attacker has in hand, in the order in which it lies there. */
type InHand = {
  /** Lines of the ledger: people, by each order that can be read of them. */
  readonly ledger: Readonly<Record<string, readonly string[]>>
  /** What was written, by each order that can be read of it. */
  readonly answers: Readonly<Record<string, readonly string[]>>
}

describe('with a dump, the write-ahead log and a backup in hand', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let organisationId = ''
  let seasonId = ''
  let people: readonly string[] = []

  const rows = async (statement: string, ...values: unknown[]) =>
    (await installation.pool.query(statement, values)).rows
  const close = async () => {
    const house = await openHouse(installation)
    if (!house) throw new Error('no house')
    return closeSurveys(asProgram(house, 'test'))
  }
  const setDays = (survey: string, closes: number) => {
    const days = { opens: addDays(TODAY, -9), closes: addDays(TODAY, closes) }
    const it: Survey = { name: survey, ...days, required: false, questions: { mentee: QUESTIONS } }
    return rows('update season set program = jsonb_set(program, $2, $1)', JSON.stringify(it), ['surveys', survey])
  }
  const keysNow = async () => {
    const pages: (readonly KeptKey[])[] = []
    for await (const page of installation.keyring.kept()) pages.push(page)
    return pages
  }
  const position = async () => (await rows('select pg_current_wal_insert_lsn()::text as at'))[0].at as string

  beforeAll(async () => {
    installation = await freshInstallation({}, undefined, { keys: await freshKeys(), rootKey })
    await playSmallSeason(commandLineOf(installation), 'programs/women-2021.yaml', { mentors: PEOPLE, mentees: PEOPLE })
    ;[{ organisation_id: organisationId, id: seasonId }] = await rows('select organisation_id, id from season')
    people = (await rows("select id from person where email like 'mentee%'")).map((it) => it.id)
    await rows("update season set program = jsonb_set(program, '{surveys}', '{}')")
    // Other files write to the same server: what they write must not push this log out.
    await rows("select pg_create_physical_replication_slot('linking', true)")
  })
  afterAll(() => rows("select pg_drop_replication_slot('linking')"))

  /** Everybody answers one by one, in any order, in words of any length; some change what they sent. */
  async function everybodyAnswers(survey: string): Promise<ReadonlyMap<string, string>> {
    const said = new Map<string, string>()
    for (const personId of [...shuffled(people), ...shuffled(people).slice(0, 3)]) {
      const words = `${randomUUID()} ${'x'.repeat(randomInt(2000))}`
      said.set(personId, words)
      const own = { seasonId, survey, role: 'mentee', personId } as const
      await sealAnswers(installation, organisationId, QUESTIONS, own, { again: ['yes'], words: [words] })
    }
    return said
  }

  /** All bytes of the log between two places, as they lie on the disk. */
  async function logBetween(from: string, to: string): Promise<Buffer> {
    // The test's server writes its log a moment late: this waits until it lies in the files.
    await rows("select pg_logical_emit_message(false, 'linking', '', true)")
    const found = await rows(
      `select pg_read_binary_file('pg_wal/' || name) as bytes from pg_ls_waldir()
        where name between pg_walfile_name($1::pg_lsn) and pg_walfile_name($2::pg_lsn) order by name`,
      from,
      to,
    )
    const [{ begins }] = await rows(
      'select mod(($1::pg_lsn - $2::pg_lsn)::numeric, 16777216)::int as begins',
      from,
      '0/0',
    )
    return Buffer.concat(found.map((it) => it.bytes)).subarray(begins)
  }

  async function inHand(
    survey: string,
    sealed: readonly { person_id: string; id: string }[],
    log: Buffer,
  ): Promise<InHand> {
    const column = async (table: string, what: string, order: string, where = '') =>
      (await rows(`select ${what} as it from ${table} where survey = $1 ${where} order by ${order}`, survey)).map(
        (one) => one.it,
      )
    const words = (order: string) =>
      column('survey_answer', '"values"[1]', order, "and question = 'words'") as Promise<readonly string[]>
    const byLog = (things: readonly { name: string; bytes: Buffer }[]) =>
      things
        .map(({ name, bytes }) => ({ name, at: log.lastIndexOf(bytes) }))
        .sort((a, b) => a.at - b.at)
        .map(({ name }) => name)
    const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
    const answers = await rows(
      `select id, "values"[1] as name from survey_answer where survey = $1 and question = 'words'`,
      survey,
    )
    return {
      ledger: {
        place: await column('survey_answered', 'person_id', 'ctid'),
        transaction: await column('survey_answered', 'person_id', 'xmin::text::bigint, ctid'),
        person: [...people].sort(),
        'sealed row': [...sealed].sort((a, b) => (a.id < b.id ? -1 : 1)).map((it) => it.person_id),
        log: byLog(sealed.map((it) => ({ name: it.person_id, bytes: bytesOf(it.id) }))),
      },
      answers: {
        place: await words('ctid'),
        transaction: await words('xmin::text::bigint, ctid'),
        id: await words('id'),
        log: byLog(answers.map((it) => ({ name: it.name, bytes: bytesOf(it.id) }))),
      },
    }
  }

  /** How many ledger lines each way of setting one order beside another finds the right answer for. */
  function hits({ ledger, answers }: InHand, said: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
    const found = new Map<string, number>()
    for (const [one, lines] of Object.entries(ledger))
      for (const [two, texts] of Object.entries(answers))
        for (const [way, order] of [['', texts] as const, [' turned round', [...texts].reverse()] as const]) {
          const right = lines.filter((personId, at) => said.get(personId) === order[at]).length
          found.set(`ledger by ${one}, answers by ${two}${way}`, right)
        }
    return found
  }

  const sum = (all: readonly ReadonlyMap<string, number>[]) =>
    [...(all[0]?.keys() ?? [])].map((way) => [way, all.reduce((total, it) => total + (it.get(way) ?? 0), 0)] as const)

  it('a line of who answered finds its answer no better than chance', async () => {
    const tried: ReadonlyMap<string, number>[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const survey = `round-${round}`
      await setDays(survey, 2)
      const from = await position()
      const said = await everybodyAnswers(survey)
      const sealed = await rows('select person_id, id, sealed from survey_sent where survey = $1', survey)
      const before = await logBetween(from, await position())
      for (const words of said.values()) expect(before.includes(words.slice(0, 36))).toBe(false)
      // Whoever wrote much is not found by what lies sealed.
      expect(new Set(sealed.map((it) => it.sealed.length)).size).toBe(1)
      await setDays(survey, -1)
      expect(await close()).toEqual({ closed: 1 })
      const log = await logBetween(from, await position())
      for (const { id } of sealed) expect(log.includes(Buffer.from(id.replaceAll('-', ''), 'hex'))).toBe(true)
      tried.push(hits(await inHand(survey, sealed, log), said))
    }
    // By chance one of a round is right; of all rounds the number is as of Poisson, and forty ways are tried.
    const most = ROUNDS + 7 * Math.sqrt(ROUNDS)
    expect(sum(tried).filter(([, right]) => right > most)).toEqual([])
    expect(sum(tried)).toHaveLength(40)
  })

  it('were answers laid down in the order in which they came, every line would find its own', async () => {
    await setDays('unmixed', 2)
    const from = await position()
    const said = await everybodyAnswers('unmixed')
    const sealed = await rows("select person_id, id from survey_sent where survey = 'unmixed'")
    for (const { person_id } of await rows(
      "select person_id from survey_answered where survey = 'unmixed' order by xmin::text::bigint",
    ))
      await rows(
        `insert into survey_answer (organisation_id, id, season_id, survey, role, question, "values")
         values ($1, $2, $3, 'unmixed', 'mentee', 'words', array[$4])`,
        organisationId,
        newId(),
        seasonId,
        said.get(person_id),
      )
    const found = hits(await inHand('unmixed', sealed, await logBetween(from, await position())), said)
    // In the table itself a row may stand in a gap of an earlier page; transactions and the log have no gaps.
    expect(found.get('ledger by transaction, answers by log')).toBe(PEOPLE)
    await rows("delete from survey_sent where survey = 'unmixed'")
  })

  it('what lay sealed opens with no backup of the keys made after the close, and with an older one it does', async () => {
    await setDays('kept', 2)
    const said = await everybodyAnswers('kept')
    const [sealed] = await rows("select person_id, id, sealed from survey_sent where survey = 'kept'")
    const older = await keysNow()
    await setDays('kept', -1)
    await close()
    const newer = await keysNow()
    const open = async (pages: typeof newer) => {
      const keys = openStore(await freshKeys())
      for (const page of pages) await putKeysBack(keys, page)
      const keyring = openKeyring(keys, { newest: 1, byNumber: new Map([[1, rootKey]]) })
      return keyring.open(intakeOf({ organisationId }, { seasonId, survey: 'kept' }), SENT(sealed.id), sealed.sealed)
    }
    await expect(open(newer)).rejects.toBeInstanceOf(NotFound)
    // The one thing that outlives the close; decision 16 says for how long, and to whom.
    expect(await open(older)).toContain(said.get(sealed.person_id))
  })
})
