import { sql } from 'kysely'
import type { CertificateLine } from '../model/completion.ts'
import type { Role } from '../model/role.ts'
import { changed, type Database, firstOf, rowsOf } from './database.ts'
import { seasonInWords } from './seasons.ts'

export type OwnCertificate = {
  readonly id: string
  readonly role: Role
  readonly lines: readonly CertificateLine[]
  readonly fromOn: string
  readonly untilOn: string
  readonly minutes: number
  readonly madeOn: string
  /** The code of its link, sealed for its holder. */
  readonly sealed: Buffer
}

const columns = sql`c.id, c.role, c.lines, c.from_on::text as "fromOn", c.until_on::text as "untilOn", c.minutes, c.made_on::text as "madeOn"`

/** The certificates that one person shows of a season. */
export function ownCertificates(tx: Database, organisationId: string, seasonId: string, personId: string) {
  return rowsOf<OwnCertificate>(
    tx,
    sql`select ${columns}, c.sealed from shown_certificate c
      where c.organisation_id = ${organisationId} and c.season_id = ${seasonId} and c.person_id = ${personId} order by c.role desc`,
  )
}

export type NewCertificate = Omit<OwnCertificate, 'sealed'> & {
  readonly seasonId: string
  readonly personId: string
  readonly hash: string
  readonly sealed: Buffer
  readonly at: string
}

/** Adds a certificate; of two at the same time the first stands. */
export async function addCertificate(tx: Database, organisationId: string, it: NewCertificate): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into shown_certificate (organisation_id, id, season_id, person_id, role, lines, from_on, until_on, minutes, hash, sealed, made_on, made_at)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.role}, ${it.lines as string[]}, ${it.fromOn}::date,
        ${it.untilOn}::date, ${it.minutes}, ${it.hash}, ${it.sealed}, ${it.madeOn}::date, ${it.at}::timestamptz)
      on conflict on constraint shown_certificate_one_each do nothing`,
  )
  return done > 0
}

type Place = { readonly seasonId: string; readonly personId: string; readonly role: Role }
const at = (organisationId: string, { seasonId, personId, role }: Place) =>
  sql`organisation_id = ${organisationId} and season_id = ${seasonId} and person_id = ${personId} and role = ${role}`

/** What stands on it from now on; its link stays. */
export async function changeLines(tx: Database, organisationId: string, it: Place & Pick<OwnCertificate, 'lines'>) {
  await sql`update shown_certificate set lines = ${it.lines as string[]} where ${at(organisationId, it)}`.execute(tx)
}

/** Takes a certificate back: its link opens nothing from now on. */
export async function removeCertificate(tx: Database, organisationId: string, it: Place): Promise<boolean> {
  return (await changed(tx, sql`delete from shown_certificate where ${at(organisationId, it)}`)) > 0
}

export type ShownCertificate = Omit<OwnCertificate, 'sealed'> & { readonly name: string; readonly season: string }

/** The certificate behind a code; the caller shows what its holder chose, and no more. */
export function certificateByHash(tx: Database, organisationId: string, hash: string) {
  return firstOf<ShownCertificate>(
    tx,
    sql`select ${columns}, p.name, ${seasonInWords('s')} as season from shown_certificate c
      join person p on p.organisation_id = c.organisation_id and p.id = c.person_id and p.erased_at is null
      join season s on s.organisation_id = c.organisation_id and s.id = c.season_id
      where c.organisation_id = ${organisationId} and c.hash = ${hash}`,
  )
}
