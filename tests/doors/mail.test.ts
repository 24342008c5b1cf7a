import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { openPost } from '../../src/outbox/email.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Config } from '../../src/runtime/config.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'
import { mailServer } from '../make/mail-server.ts'
import { report } from '../make/returned-mail.ts'
import { playSmallSeason } from '../make/small-season.ts'

const NOBODY_LISTENS = 'smtp://127.0.0.1:1'
/** A Wednesday morning: what is released may leave. */
const IN_HOURS = stoppedClock('2026-03-04T10:00:00.000Z')
const IN_THE_NIGHT = stoppedClock('2026-03-04T22:00:00.000Z')

/** Two pairs and a mentee without a place: five letters. */
async function releasedSeason(set: Partial<Config>, sends: boolean, clock = IN_HOURS) {
  const pool = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'alongside-mail-'))
  const run = commandLine(pool, { ...set, dataFolder: folder }, clock)
  await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 2, mentees: 3, sends })
  return { pool, run, letters: join(folder, 'letters') }
}

/** What the minute's tick of a server would do at an instant. */
async function tickAt(pool: pg.Pool, smtpUrl: string, now: string) {
  const house = await openHouse(await freshInstallation({ smtpUrl }, pool))
  if (!house) throw new Error('no organisation')
  return doWhatIsDue({ ...house, clock: stoppedClock(now) })
}

async function statesOf(pool: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query('select state, count(*)::int as many from outbox_message group by state')
  return Object.fromEntries(rows.map((row) => [row.state, row.many]))
}

describe('letters leave once, and are never lost', () => {
  it('with a mail server, a release has sent every letter when its command ends', async () => {
    const server = await mailServer()
    const { pool } = await releasedSeason({ smtpUrl: server.url }, true)
    expect(await statesOf(pool)).toEqual({ sent: 5 })
    expect(server.received).toHaveLength(5)
    expect(new Set(server.received.map((it) => it.to)).size).toBe(5)
    const ids = server.received.map((it) => /^Message-ID: <(.+)>$/im.exec(it.source)?.[1])
    expect(new Set(ids).size).toBe(5)
    for (const { source } of server.received)
      expect(source).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/)
    const lines = await pool.query("select actor_kind, via from audit where action = 'announce.sendMessage'")
    expect(lines.rows).toHaveLength(5)
    expect(lines.rows.every((line) => line.actor_kind === 'program' && line.via.startsWith('tick '))).toBe(true)
  })

  it('a release of a day that has passed writes the letters to a folder and sends none', async () => {
    const server = await mailServer()
    const { pool, letters } = await releasedSeason({ smtpUrl: server.url }, false)
    expect(server.received).toHaveLength(0)
    expect(await statesOf(pool)).toEqual({ filed: 5 })
    expect(readdirSync(join(letters, '2021-06-29'))).toHaveLength(5)
  })

  it('released in the night, the pages are open at once and the letters wait for each reader’s morning', async () => {
    const server = await mailServer()
    const { pool } = await releasedSeason({ smtpUrl: server.url }, true, IN_THE_NIGHT)
    expect(server.received).toHaveLength(0)
    expect((await pool.query('select 1 from decision where released_on is null')).rows).toEqual([])
    await pool.query(
      "update directory_entry set time_zone = 'Pacific/Auckland' where person_id = (select id from person where email = 'mentor1@example.com')",
    )
    // Eight in Auckland is seven in the evening of the day before, in UTC.
    await tickAt(pool, server.url, '2026-03-04T23:59:00.000Z')
    expect(server.received.map((it) => it.to)).toEqual([])
    await tickAt(pool, server.url, '2026-03-05T08:00:00.000Z')
    expect(server.received.map((it) => it.to)).not.toContain('mentor1@example.com')
    await tickAt(pool, server.url, '2026-03-05T19:00:00.000Z')
    expect(new Set(server.received.map((it) => it.to)).size).toBe(5)
    expect(server.received).toHaveLength(5)
  })

  it('a second run, and two at once, send nothing twice', async () => {
    const server = await mailServer()
    const { pool } = await releasedSeason({ smtpUrl: NOBODY_LISTENS }, true)
    expect(await statesOf(pool)).toEqual({ released: 5 })
    const later = '2100-01-04T10:00:00Z'
    await Promise.all([tickAt(pool, server.url, later), tickAt(pool, server.url, later)])
    await tickAt(pool, server.url, later)
    expect(server.received).toHaveLength(5)
    expect(await statesOf(pool)).toEqual({ sent: 5 })
  })

  it('a mail server that is away is tried again later, not at once, and the cause is kept', async () => {
    const server = await mailServer((to) => (to.startsWith('mentor') ? { code: 451, text: 'come back later' } : null))
    const { pool } = await releasedSeason({ smtpUrl: server.url }, true)
    expect(await statesOf(pool)).toEqual({ sent: 3, released: 2 })
    const { rows } = await pool.query("select problem, try_at, tries from outbox_message where state = 'released'")
    expect(rows[0].problem).toContain('come back later')
    expect(rows[0].tries).toBe(1)
    server.answerWith(() => null)
    const second = (seconds: number) => new Date(rows[0].try_at.getTime() + seconds * 1000).toISOString()
    await tickAt(pool, server.url, second(-30))
    expect(server.received).toHaveLength(3)
    await tickAt(pool, server.url, second(30))
    expect(await statesOf(pool)).toEqual({ sent: 5 })
  })

  it('an address that the mail server refuses for good is given up, and the others get theirs', async () => {
    const server = await mailServer((to) => (to === 'mentee1@example.com' ? { code: 550, text: 'no such box' } : null))
    const { pool } = await releasedSeason({ smtpUrl: server.url }, true)
    expect(await statesOf(pool)).toEqual({ sent: 4, failed: 1 })
  })

  it('without a mail server the command says that nothing was sent, and where the letters are', async () => {
    const { run, letters } = await releasedSeason({}, false)
    expect((await run('announce', 'release', '--on', '2021-06-29')).join('\n')).toContain('not sent')
    expect(existsSync(letters)).toBe(true)
  })
})

describe('nobody on the way reads a letter', () => {
  const letter = { id: '1', name: 'Mia', email: 'mia@example.com', subject: 'Hello', body: 'Hello,\n\nthis is all.\n' }
  const sent = async (url: string) => {
    const post = openPost(url, 'Alongside <alongside@example.com>')
    const posted = await post.send(letter)
    post.close()
    return posted.ok
  }

  it('to a mail server elsewhere that offers no TLS nothing is said, unless SMTP_URL itself says so', async () => {
    const server = await mailServer()
    expect(await sent(server.abroad)).toBe(false)
    expect(await sent(`${server.abroad}?ignoreTLS=true`)).toBe(false)
    expect(server.received).toHaveLength(0)
    expect(await sent(`${server.abroad}?requireTLS=false`)).toBe(true)
    expect(await sent(server.url)).toBe(true)
    expect(server.received).toHaveLength(2)
  })

  it('a certificate that nobody vouches for is not taken', async () => {
    const server = await mailServer(() => null, { offersTls: true })
    expect(await sent(server.abroad)).toBe(false)
    expect(server.received).toHaveLength(0)
    expect(await sent(`${server.abroad}?tls.rejectUnauthorized=false`)).toBe(true)
  })
})

describe('a letter that comes back as mail', () => {
  it('is kept as a refusal at the door is; a forged report, a second one and a late letter change nothing more', async () => {
    const server = await mailServer()
    const { pool, run } = await releasedSeason({ smtpUrl: server.url }, true)
    const { rows } = await pool.query(
      'select m.id, p.email from outbox_message m join person p on p.id = m.person_id order by p.email',
    )
    const [first, second] = rows
    const folder = mkdtempSync(join(tmpdir(), 'alongside-bounce-'))
    const hand = async (message: string) => {
      writeFileSync(join(folder, 'message'), message)
      return JSON.parse((await run('mail', 'bounce', join(folder, 'message'), '--json'))[0] ?? '')
    }
    const known = { returned: 0, noted: 0, unknown: 0 }
    expect(await hand(report({ id: first.id, to: second.email }))).toEqual({ ...known, unknown: 1 })
    expect(await hand(report({ to: first.email }))).toEqual({ ...known, unknown: 1 })
    expect(await statesOf(pool)).toEqual({ sent: 5 })
    expect(await hand(report({ id: second.id, to: second.email, status: '4.2.2' }))).toEqual({ ...known, noted: 1 })
    expect(await statesOf(pool)).toEqual({ sent: 5 })
    for (const _ of [1, 2])
      expect(await hand(report({ id: first.id, to: first.email }))).toEqual({ ...known, returned: 1 })
    expect(await statesOf(pool)).toEqual({ sent: 4, failed: 1 })
    const { rows: failed } = await pool.query("select id, problem from outbox_message where state = 'failed'")
    expect(failed).toEqual([{ id: first.id, problem: 'returned: 5.1.1 550 5.1.1 no such user here' }])
    await expect(hand('Subject: Out of office\r\n\r\nBack on Monday.')).rejects.toThrow('This is no report')
  })
})
