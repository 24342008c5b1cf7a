import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { allSent } from '../../src/jobs/at-once.ts'
import type { Clock } from '../../src/runtime/clock.ts'
import type { Config } from '../../src/runtime/config.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from './browsing.ts'
import { commandLineOf } from './command-line.ts'
import { freshInstallation } from './installation.ts'
import { whenTheFileEnds } from './leaving.ts'
import { mailServer, type Received } from './mail-server.ts'

export const OWNER = 'owner@example.com'
export const MIA = 'mia@example.com'
export const BEN = 'ben@example.com'

/** A clock that stands until it is moved. */
export function movableClock(
  start: string,
): Clock & { readonly forward: (it: { minutes?: number; hours?: number }) => void } {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString(),
    forward: ({ minutes = 0, hours = 0 }) => {
      at += (hours * 60 + minutes) * 60_000
    },
  }
}

export type SignInSite = Awaited<ReturnType<typeof signInSite>>

/** A small organisation with its owner and two people, its site, and the mail server its letters go to. */
export async function signInSite(set: Partial<Config> = {}) {
  const post = await mailServer()
  const clock = movableClock('2026-11-24T09:00:00.000Z')
  const fresh = await freshInstallation({ smtpUrl: post.url, ...set })
  const installation: Installation & { readonly pool: pg.Pool } = { ...fresh, machineClock: clock }
  whenTheFileEnds(allSent)
  const run = commandLineOf(installation)
  await run('office', 'setup', '--organisation', 'Example', '--operator', OWNER, '--one-person')
  const folder = mkdtempSync(join(tmpdir(), 'alongside-sign-in-'))
  writeFileSync(join(folder, 'people.csv'), `name,email\nMia Mentee,${MIA}\nBen Mentor,${BEN}\n`)
  await run('people', 'import', join(folder, 'people.csv'))
  const site = makeSite(installation)
  const browser = () => browsing(site, { origin: installation.config.publicUrl })
  /** The link of the newest letter to an address, as a path; null where there is none. */
  const linkTo = async (email: string): Promise<string | null> => {
    await allSent()
    return linkIn(post.received.filter((it) => it.to === email).at(-1), installation.config.publicUrl)
  }
  /** Somebody who came in by a letter, on a browser of their own. */
  const cameIn = async (email: string, next?: string) => {
    const person = browser()
    await person.get(next ? `/sign-in?${new URLSearchParams({ next })}` : '/sign-in')
    await person.submit('/sign-in', { email })
    await person.get((await linkTo(email)) ?? '')
    await person.submit('/sign-in/confirm')
    return person
  }
  return { installation, pool: fresh.pool, clock, post, run, site, browser, linkTo, cameIn }
}

function linkIn(letter: Received | undefined, publicUrl: string): string | null {
  const text = (letter?.source ?? '').replace(/=\r?\n/g, '').replace(/=3D/g, '=')
  const found = /https?:\/\/\S+\/sign-in\/confirm\?token=[\w-]+/.exec(text)?.[0]
  return found ? found.slice(publicUrl.length) : null
}
