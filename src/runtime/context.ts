import type { Day } from '../model/day.ts'
import type { Hat } from '../model/hats.ts'
import { PERMISSIONS } from '../permissions/stages.ts'
import { addAudit } from '../store/audit.ts'
import { type Database, mayRunAgain, type Tx } from '../store/database.ts'
import type { Clock } from './clock.ts'
import { NotAllowed } from './errors.ts'
import { newId } from './new-id.ts'

/** Who acts. An operator acts through a person, and the audit names both. */
export type Actor =
  | { readonly kind: 'person' | 'token'; readonly personId: string; readonly hats: readonly Hat[] }
  | {
      readonly kind: 'operator'
      readonly personId: string
      readonly hats: readonly Hat[]
      readonly operatorPersonId: string
    }
  | { readonly kind: 'link'; readonly action: string; readonly about: string }
  | { readonly kind: 'program'; readonly run: string }

/** What every action is handed: whose data, who acts, what day it is. `on` is the day somebody named, if they did. */
export type Context = {
  readonly db: Database
  readonly organisationId: string
  readonly actor: Actor
  readonly clock: Clock
  readonly today: Day
  readonly on: Day | null
  /** Where messages go that nobody sends; null in a rehearsal. */
  readonly draftsFolder: string | null
  /** Whether a mail server is configured. */
  readonly sendsMail: boolean
}

const TRIES = 6

/** Opens the one transaction of an action, and runs it again when it lost a race. */
export async function within<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction().setIsolationLevel('read committed').execute(work)
    } catch (error) {
      if (attempt >= TRIES || !mayRunAgain(error)) throw error
    }
  }
}

export function isAllowed(actor: Actor, action: string, about: string | null = null): boolean {
  const permission = PERMISSIONS[action]
  if (!permission) return false
  if (permission.anyone) return true
  if (actor.kind === 'program') return permission.program === true
  if (actor.kind === 'link') return permission.link === true && actor.action === action && actor.about === about
  return permission.hats.some((hat) => actor.hats.includes(hat))
}

/** Lets the action go on and writes its audit line in the same transaction, or throws `NotAllowed`. */
export async function permit(ctx: Context, tx: Tx, action: string, about: { seasonId?: string; about?: string } = {}) {
  if (!isAllowed(ctx.actor, action, about.seasonId ?? null))
    throw new NotAllowed(`Not found, or not yours to do: ${action}`)
  await addAudit(tx, {
    organisationId: ctx.organisationId,
    id: newId(),
    action,
    actorKind: ctx.actor.kind,
    actorPersonId: 'personId' in ctx.actor ? ctx.actor.personId : null,
    via: viaOf(ctx.actor),
    seasonId: about.seasonId ?? null,
    about: about.about ?? null,
    onDay: ctx.on ?? ctx.today,
    recordedAt: ctx.clock.now(),
  })
}

/** The day a fact belongs to: its own, else the one the coordinator named, else the season's for it, else today. */
export function dayOf(ctx: Context, own: Day | null | undefined, seasons: Day | null = null): Day {
  return own ?? ctx.on ?? seasons ?? ctx.today
}

/** What stands between the actor and the action: the job's run, the person at the machine, or the kind of door. */
function viaOf(actor: Actor): string {
  if (actor.kind === 'program') return actor.run
  return actor.kind === 'operator' ? actor.operatorPersonId : actor.kind
}
