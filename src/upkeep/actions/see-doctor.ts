import { statSync } from 'node:fs'
import type { Config } from '../../runtime/config.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { rootKeyFile } from '../../runtime/installation.ts'
import { lowestIdAt } from '../../runtime/new-id.ts'
import { askOwner } from '../../runtime/postgres/owner.ts'
import { lastDone } from '../../store/audit-search.ts'
import { databaseHealth, houseHealth, syncsOfACommit } from '../../store/health.ts'
import { type Found, planStandpoints, planSummary, type Standpoint } from '../rules/health.ts'
import { type PromiseStanding, planPromises } from '../rules/promises.ts'
import { WHOLE } from './back-up.ts'
import { checkAudit } from './verify-audit.ts'

export type Doctor = {
  readonly summary: string
  readonly looks: readonly Standpoint[]
  readonly promises: readonly Examined[]
  readonly lines: readonly string[]
}
type Examined = Required<Omit<PromiseStanding, 'not' | 'byLooks'>> & { readonly not: string | null }

/** How every promise stands on this installation; one that is broken refuses, with everything that was found. */
export async function seeDoctor(ctx: Context): Promise<Doctor> {
  const doctor = await examine(ctx)
  const { summary, looks } = doctor
  if (looks.every((it) => it.state !== 'broken')) return doctor
  throw new Refused(
    'promise-broken',
    Object.fromEntries(looks.map((it) => [it.key, `${it.state}: ${it.says}`])),
    summary,
  )
}

/** Looks at what can be looked at here, and says of the rest which test shows it, or that nothing does. */
export async function examine(ctx: Context): Promise<Doctor> {
  await within(ctx, (tx) => permit(ctx, tx, 'upkeep.seeDoctor'))
  const looks = planStandpoints(await findOut(ctx))
  const promises = planPromises(looks).map(({ key, promise, state, looks: by = [], shownBy = [], not = null }) => {
    return { key, promise, state, looks: by, shownBy, not }
  })
  const summary = planSummary(looks)
  return { summary, looks, promises, lines: inLines(summary, looks, promises) }
}

async function findOut(ctx: Context): Promise<Found> {
  const { config, organisationId } = ctx
  const now = ctx.machineClock.now()
  const database = await databaseHealth(ctx.db)
  if (!database) throw new Error('the database does not answer')
  const { fault, checked } = await checkAudit(ctx, null)
  const lately = lowestIdAt(new Date(Date.parse(now) - LATELY_MS).toISOString())
  const house = await within(ctx, async (tx) => ({
    ...(await houseHealth(tx, organisationId, ctx.today, lately)),
    backedUpAt: (await lastDone(tx, organisationId, 'upkeep.backUp', WHOLE))?.at ?? null,
    restoredAt: (await lastDone(tx, organisationId, 'upkeep.restore', null))?.at ?? null,
  }))
  return {
    now,
    database: { ...database, embedded: config.databaseUrl === null, syncs: await syncsOfACommit(ctx.db) },
    heldBy: config.databaseUrl === null ? await holderOf(config.dataFolder) : null,
    audit: { checked, fault: fault && `${fault.code} at ${fault.number ?? fault.id}`, unsealed: house.unsealed ?? 0 },
    rootKey: rootKeyFound(config),
    keysBackedUpAt: house.keysBackedUpAt ?? null,
    backedUpAt: house.backedUpAt,
    restoredAt: house.restoredAt,
    mail: { configured: config.smtpUrl !== null, testedAt: house.mailTestedAt ?? null },
    publicUrl: config.publicUrl,
    wearers: house.wearers ?? 0,
    wearersWithoutStep: house.wearersWithoutStep ?? 0,
    retainedAt: house.retainedAt ?? null,
    erasedAndBack: house.erasedAndBack ?? 0,
    node: process.versions.node,
  }
}

const LATELY_MS = 600_000

async function holderOf(dataFolder: string): Promise<number | null> {
  const answer = await askOwner(dataFolder)
  answer?.stay.destroy()
  return answer?.word.pid ?? null
}

function rootKeyFound(config: Config): Found['rootKey'] {
  if (config.rootKey) return { place: 'ALONGSIDE_ROOT_KEY', mode: null, changedAt: null }
  const place = rootKeyFile(config)
  const at = statSync(place, { throwIfNoEntry: false })
  if (!at) return { place, mode: 'none', changedAt: null }
  return { place, mode: (at.mode & 0o777).toString(8), changedAt: at.mtime.toISOString() }
}

const WORDS: Readonly<Record<Standpoint['state'], string>> = {
  holds: 'holds',
  broken: 'BROKEN',
  look: 'look',
  tested: 'tested',
  unchecked: 'unchecked',
}

function inLines(summary: string, looks: readonly Standpoint[], promises: readonly Examined[]): readonly string[] {
  const line = (state: Standpoint['state'], text: string) => `${WORDS[state].padEnd(11)}${text}`
  return [
    'On this installation, just now:',
    ...looks.map((it) => line(it.state, `${it.key}: ${it.says}`)),
    '',
    'The promises of Alongside: as looked at above, or shown by a test of the product:',
    ...promises.map((it) => line(it.state, `${it.key} ${it.promise}. ${evidenceOf(it)}`)),
    '',
    summary,
  ]
}

/** "Looked at: …; shown by …; not shown: …." */
function evidenceOf({ looks, shownBy, not }: Examined): string {
  const parts = [
    looks.length > 0 ? `looked at: ${looks.join(', ')}` : '',
    shownBy.length > 0 ? `shown by ${shownBy.join(', ')}` : '',
    not ? `not shown: ${not}` : '',
  ].filter(Boolean)
  return `(${parts.join('; ')})`
}
