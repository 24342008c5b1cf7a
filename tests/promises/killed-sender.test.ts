import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { invitation } from '../../src/outbox/calendar.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { openStore } from '../../src/store/database.ts'
import { addLetters, type LetterRow } from '../../src/store/letters.ts'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { type MailStage, mailServer } from '../make/mail-server.ts'

const STAGES: readonly MailStage[] = ['connected', 'sender', 'reader', 'begun', 'taken', 'answered']
const READER = 'coordinator@example.com'
const PLANNED = {
  id: 'one',
  sequence: 2,
  title: 'Conversation',
  starts: ['2026-03-10T10:00:00.000Z'],
  everyDays: null,
  minutes: 30,
  changedAt: '2026-03-04T10:00:00.000Z',
  isCancelled: true,
}

describe('a sender that is killed', () => {
  it('between the connection and the yes, and just after it, loses no letter; a second copy has the name of the first', async () => {
    const pool = await freshDatabase()
    await commandLine(pool)('office', 'setup', '--organisation', 'Example', '--operator', READER, '--one-person')
    const { rows } = await pool.query('select organisation_id as org, id from person where email = $1', [READER])
    const letters = Array.from({ length: 9 }, (_, at) => letterTo(rows[0].id, at))
    await addLetters(openStore(pool), rows[0].org, letters, '2026-03-04', '2026-03-04T09:00:00Z')

    let killAt: MailStage | null = null
    let child: ChildProcess | null = null
    const server = await mailServer(() => null, {
      at: async (stage) => {
        if (stage !== killAt) return
        killAt = null
        child?.kill('SIGKILL')
        await new Promise((gone) =>
          child?.exitCode === null && !child.signalCode ? child.once('exit', gone) : gone(0),
        )
      },
    })
    for (const stage of [...STAGES, null]) {
      killAt = stage
      child = sender(pool.options, server.url)
      const ended = await new Promise((exit) => child?.once('exit', (code, signal) => exit(signal ?? code)))
      expect(`${stage} ${ended}`).toBe(stage ? `${stage} SIGKILL` : 'null 0')
    }

    const states = await pool.query('select state, count(*)::int as many from outbox_message group by state')
    expect(states.rows).toEqual([{ state: 'sent', many: letters.length }])
    const names = server.received.map((it) => /^Message-ID: <(.+)@alongside>$/im.exec(it.source)?.[1] ?? '')
    expect(new Set(names)).toEqual(new Set(letters.map((it) => it.id)))
    // A copy more than there are letters for each death between what the server has and what is committed, and no more.
    expect(names.length).toBeGreaterThan(letters.length)
    expect(names.length).toBeLessThanOrEqual(letters.length + 2)
    for (const { source } of server.received) {
      const event = new ICAL.Component(ICAL.parse(calendarIn(source))).getFirstSubcomponent('vevent')
      expect(String(event?.getFirstPropertyValue('uid'))).toBe('one@alongside')
      expect(source).toMatch(/text\/calendar; charset=utf-8; method=CANCEL/i)
    }
  }, 120_000)
})

function letterTo(personId: string, at: number): LetterRow {
  const { content } = invitation(PLANNED, { name: 'C', email: READER }, { name: 'Alongside', email: 'a@example.com' })
  const text = { subject: `Letter ${at}`, body: 'Words.', why: 'You get this because.' }
  const calendar = { calendar: content, calendarMethod: 'CANCEL' as const, toAddress: null }
  // Asked for, so that it leaves at whatever hour the test runs.
  return {
    id: newId(),
    personId,
    seasonId: null,
    kind: 'test',
    about: String(at),
    ...text,
    state: 'released',
    ...calendar,
  }
}

/** The calendar's part of a letter as it came over the wire. */
function calendarIn(source: string): string {
  const part = source.split(/\r\n--/).find((it) => /content-type: text\/calendar/i.test(it)) ?? ''
  const [head = '', ...body] = part.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  return /base64/i.test(head)
    ? Buffer.from(text, 'base64').toString('utf8')
    : text.replace(/=\r\n/g, '').replace(/=3D/g, '=')
}

/** The minute's run in a process of its own. */
function sender(
  { host, user, database }: { host?: string; user?: string; database?: string },
  smtpUrl: string,
): ChildProcess {
  const from = (path: string) => JSON.stringify(join(import.meta.dirname, '../../src', path))
  const script = `
    import pg from 'pg'
    import { sendLetters } from ${from('jobs/tick.ts')}
    import { readConfig } from ${from('runtime/config.ts')}
    import { openHouse, asProgram } from ${from('runtime/open-context.ts')}
    import { openStore } from ${from('store/database.ts')}
    const pool = new pg.Pool(${JSON.stringify({ host, user, database })})
    const config = { ...readConfig({ DATABASE_URL: 'postgres://unused' }, '/tmp'), smtpUrl: ${JSON.stringify(smtpUrl)} }
    const clock = { now: () => new Date().toISOString() }
    const house = await openHouse({ db: openStore(pool), config, machineClock: clock, keyring: { fingerprint: () => 'x' } })
    await sendLetters(house, { ...asProgram(house, 'killed'), draftsFolder: null })
    await pool.end()
    process.exit(0)`
  return spawn(process.execPath, ['--import', './src/runtime/tsx.ts', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
