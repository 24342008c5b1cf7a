import type { Day } from '../model/day.ts'
import { PERMISSIONS } from '../permissions/all.ts'
import { type About, type Actor, decideAtTheDoor, decidePermission, type Ground } from '../permissions/decide.ts'
import { restsWhenClosed } from '../permissions/resting.ts'
import { addAudit, addAuditSubjects, type SeasonClosed } from '../store/audit.ts'
import { type Database, mayRunAgain, type Tx } from '../store/database.ts'
import { closingThatStands } from '../store/season-closings.ts'
import { enterOrganisation } from '../store/second-wall.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { NotAllowed, Refused } from './errors.ts'
import type { KeptImport } from './keep-import.ts'
import type { Keyring } from './keyring.ts'
import { newId } from './new-id.ts'

export type { About, Actor } from '../permissions/decide.ts'
export type { SeasonClosed } from '../store/audit.ts'

/** What every action is handed: whose data, who acts, what day it is. `on` is the day somebody named, if they did. */
export type Context = {
  readonly db: Database
  /** How the installation is configured: what keeps it up asks, what serves people does not. */
  readonly config: Config
  readonly keyring: Keyring
  readonly organisationId: string
  readonly actor: Actor
  /** What time it is in the season; the demo has a clock of its own. */
  readonly clock: Clock
  /** What time it is outside: sign-ins and limits go by it, in the demo too. */
  readonly machineClock: Clock
  readonly today: Day
  readonly on: Day | null
  /** Where messages go that nobody sends; null in a rehearsal. */
  readonly draftsFolder: string | null
  /** Where people reach the site, without a slash at the end: links in letters begin with it. */
  readonly publicUrl: string
  /** Whether a mail server is configured. */
  readonly sendsMail: boolean
  /** Hears what an import changed, row by row: a preview listens, and the page that shows what was done. */
  readonly hears?: (kept: KeptImport) => void
  /** Hears of each season that is looked into whether it is closed: a page says so, and offers nothing that rests. */
  readonly looksInto?: (closed: SeasonClosed | null) => void
}

const TRIES = 6

/**
 * Opens the one transaction of an action, which sees the rows of its organisation only, and runs it again when it lost a race.
 * What was not allowed is written to the audit in a transaction of its own.
 */
export async function within<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction(ctx, work)
    } catch (error) {
      // Somebody nobody knows could fill the audit by knocking.
      if (error instanceof NotAllowed && error.refusal && ctx.actor.kind !== 'anybody')
        await recordRefusal(ctx, error.refusal)
      // Within a greater one only that one can run again.
      if (attempt >= TRIES || ctx.db.isTransaction || !mayRunAgain(error)) throw error
    }
  }
}

/** Runs several actions as one: they are done together or not at all, as when only one of them is asked for first. */
export function withinOne<T>(ctx: Context, work: (inside: Context) => Promise<T>): Promise<T> {
  return within(ctx, (tx) => work({ ...ctx, db: tx }))
}

class Rehearsed extends Error {}

/** Runs an action and takes back everything it wrote: what it answers is what it would do. */
export async function rehearsed<T>(ctx: Context, work: (inside: Context) => Promise<T>): Promise<T> {
  let answer: { readonly is: T } | undefined
  try {
    await withinOne(ctx, async (inside) => {
      answer = { is: await work(inside) }
      throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
  if (!answer) throw new Error('a rehearsal without an answer')
  return answer.is
}

function transaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  // The greater transaction has seen to it whose rows are seen.
  if (ctx.db.isTransaction) return work(ctx.db as Tx)
  return ctx.db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      await enterOrganisation(tx, ctx.organisationId)
      return work(tx)
    })
}

/** Whether a page may offer it: the same answer as `permit`, without a word in the audit. */
export function isAllowed(actor: Actor, action: string, about: About = {}): boolean {
  return decidePermission(actor, action, about).ok
}

/**
 * Lets the action go on and writes its audit line in the same transaction, or throws `NotAllowed`. Where others' sensitive
 * content is shown, `about.people` names whose: they can see by hat and day who looked.
 */
export async function permit(ctx: Context, tx: Tx, action: string, about: About = {}): Promise<Ground> {
  const decided = decidePermission(ctx.actor, action, about)
  if (!decided.ok)
    throw new NotAllowed(`Not found, or not yours to do: ${action}`, { action, about, code: decided.code })
  await refuseWhatRests(ctx, tx, action, about)
  const { id, closed } = await writeLine(ctx, tx, action, about, decided.value)
  if (about.seasonId) ctx.looksInto?.(closed)
  const looksAt = PERMISSIONS[action]?.looksAt
  const others = (about.people ?? []).filter(
    (personId) => !('personId' in ctx.actor && ctx.actor.personId === personId),
  )
  if (looksAt && others.length > 0) await addAuditSubjects(tx, ctx.organisationId, id, others, looksAt)
  return decided.value
}

/** A season that is closed changes no more; whoever may not do it at all is never told that it is closed. */
async function refuseWhatRests(ctx: Context, tx: Tx, action: string, { seasonId }: About): Promise<void> {
  if (seasonId && restsWhenClosed(action)) await refuseClosed(ctx, tx, seasonId)
}

export async function refuseClosed(ctx: Context, tx: Tx, seasonId: string): Promise<void> {
  const closing = await closingThatStands(tx, ctx.organisationId, seasonId)
  if (!closing) return
  throw new Refused(
    'season-closed',
    { closedOn: closing.closedOn },
    'This season is closed, so nothing in it changes any more. Its coordinators can open it again on the page of its closing, for two weeks after the close.',
  )
}

/** Keeps out whom an action is not for, whatever they would do with it; the refusal is in the audit. */
export async function refuseAtTheDoor(ctx: Context, action: string): Promise<void> {
  const decided = decideAtTheDoor(ctx.actor, action)
  if (decided.ok) return
  const refusal = { action, about: {}, code: decided.code }
  if (ctx.actor.kind !== 'anybody') await recordRefusal(ctx, refusal)
  throw new NotAllowed(`Not found, or not yours to do: ${action}`, refusal)
}

async function recordRefusal(ctx: Context, refusal: NonNullable<NotAllowed['refusal']>): Promise<void> {
  await transaction(ctx, (tx) => writeLine(ctx, tx, refusal.action, refusal.about, null))
}

/** `ground` is null for what was refused. */
async function writeLine(ctx: Context, tx: Tx, action: string, about: About, ground: Ground | null) {
  const id = newId()
  const closed = await addAudit(tx, {
    organisationId: ctx.organisationId,
    id,
    action,
    actorKind: ctx.actor.kind,
    actorPersonId: 'personId' in ctx.actor ? ctx.actor.personId : null,
    via: viaOf(ctx.actor),
    seasonId: about.seasonId ?? null,
    about: about.about ?? null,
    outcome: ground === null ? 'refused' : 'done',
    ground,
    onDay: ctx.on ?? ctx.today,
    recordedAt: ctx.clock.now(),
  })
  return { id, closed }
}

/** The day a fact belongs to: its own, else the one the coordinator named, else the season's for it, else today. */
export function dayOf(ctx: Context, own: Day | null | undefined, seasons: Day | null = null): Day {
  return own ?? ctx.on ?? seasons ?? ctx.today
}

/** What stands between the actor and the action: the job's run, the person at the machine, a sign-in, a token, or the kind of door. */
function viaOf(actor: Actor): string {
  switch (actor.kind) {
    case 'program':
      return actor.run
    case 'operator':
      return actor.operatorPersonId
    case 'directory-service':
    case 'token':
      return actor.tokenId
    case 'person':
      return actor.signInId
    case 'link':
    case 'anybody':
      return actor.kind
  }
}
