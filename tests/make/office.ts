import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../src/runtime/config.ts'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from './browsing.ts'
import { commandLineOf } from './command-line.ts'
import { freshInstallation } from './installation.ts'
import { signInAs } from './sign-in.ts'
import { movableClock } from './signing-in.ts'

export const OWNER = 'owner@example.com'

/** An organisation that its owner has just founded, with people of a directory who wear no hat yet. */
export async function foundedOffice(
  names: readonly string[] = ['Ada', 'Bo', 'Cleo', 'Dan'],
  set: Partial<Config> = {},
) {
  const clock = movableClock('2026-10-01T09:00:00.000Z')
  const fresh = await freshInstallation(set)
  const installation = { ...fresh, machineClock: clock }
  const run = commandLineOf(installation)
  await run('office', 'setup', '--organisation', 'Example', '--operator', OWNER)
  if (names.length > 0) {
    const file = join(mkdtempSync(join(tmpdir(), 'alongside-office-')), 'people.csv')
    const lines = names.map((name) => `${name},${name.toLowerCase()}@example.com`)
    writeFileSync(file, `name,email\n${lines.join('\n')}\n`)
    await run('people', 'import', file)
  }
  const site = makeSite(installation)
  /** Somebody who has signed in and taken the second step, on a browser of their own. */
  const as = async (email: string, { stepped } = { stepped: true }) => {
    const { cookie, ctx, personId } = await signInAs(installation, email, { stepped })
    const browser = browsing(site)
    browser.jar.set(...(cookie.split('=') as [string, string]))
    return { ...browser, ctx, personId }
  }
  /** The letters of a kind, newest last: to whom and about what. */
  const letters = async (kind: string) =>
    (
      await fresh.pool.query<{ email: string; subject: string; body: string; state: string }>(
        `select p.email, m.subject, m.body, m.state from outbox_message m join person p on p.id = m.person_id
         where m.kind = $1 order by m.recorded_at, m.id`,
        [kind],
      )
    ).rows
  /** What the audit says was done, or was refused. */
  const audited = async (action: string, outcome = 'done') =>
    (
      await fresh.pool.query<{ about: string | null; actor: string; ground: string | null; subjects: string[] }>(
        `select a.about, p.email as actor, a.ground, array(select s.email from audit_subject u join person s on s.id = u.person_id
           where u.audit_id = a.id order by 1) as subjects
         from audit a left join person p on p.id = a.actor_person_id where a.action = $1 and a.outcome = $2 order by a.id`,
        [action, outcome],
      )
    ).rows
  /** How many queries a page takes its owner, with those around its transaction. */
  const counting = async () => {
    let queries = 0
    const db = openStore(fresh.pool, () => {
      queries += 1
    })
    const counted = makeSite({ ...installation, db })
    const { cookie } = await signInAs(installation, OWNER, { stepped: true })
    const queriesOf = async (path: string) => {
      queries = 0
      const answer = await counted.request(path, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      return queries
    }
    return { queriesOf }
  }
  return { installation, pool: fresh.pool, clock, run, site, as, letters, audited, counting }
}

export type Office = Awaited<ReturnType<typeof foundedOffice>>

/** The words of a page, without its frame. */
export function inMain(html: string): string {
  return html
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<\/main>[\s\S]*$/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
