import type { Hat } from '../model/hats.ts'
import { no, type Outcome, yes } from '../model/outcome.ts'
import { PERMISSIONS } from './all.ts'

/** A hat somebody wears: for one season, or for the whole organisation where `seasonId` is null. */
export type Worn = { readonly hat: Hat; readonly seasonId: string | null }

/** Who acts. An operator acts through a person, and the audit names both. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly hats: readonly Worn[]
      readonly signInId: string
      /** Whether the second step was taken in this sign-in. */
      readonly stepped: boolean
      /** An application that is open to them now: every page says so. It lets nobody through by itself. */
      readonly glass?: { readonly id: string; readonly untilAt: string } | null
    }
  | { readonly kind: 'token'; readonly personId: string; readonly hats: readonly Worn[]; readonly tokenId: string }
  | {
      readonly kind: 'operator'
      readonly personId: string
      readonly hats: readonly Worn[]
      readonly operatorPersonId: string
    }
  | { readonly kind: 'directory-service'; readonly tokenId: string }
  | { readonly kind: 'link'; readonly action: string; readonly about: string }
  | { readonly kind: 'program'; readonly run: string }
  /** Somebody at the door who has not said who they are. */
  | { readonly kind: 'anybody' }

/** What an action is about: the season it is in, the people it concerns, and a word for the audit. */
export type About = { readonly seasonId?: string; readonly people?: readonly string[]; readonly about?: string }

/** What let the actor through: a hat, or that it is their own. */
export type Ground = Hat | 'own' | 'anyone' | 'program' | 'link' | 'operator' | 'directory-service'

/** Whether the actor may do it, and on what ground; everything not named is refused. PRODUCT.md, who sees what. */
export function decidePermission(actor: Actor, action: string, about: About = {}): Outcome<Ground> {
  const permission = PERMISSIONS[action]
  if (!permission) return no('unknown-action', { action })
  if (permission.anyone) return yes('anyone')
  if (actor.kind === 'anybody') return no('sign-in-needed')
  if (actor.kind === 'program') return permission.program ? yes('program') : no('not-allowed')
  if (actor.kind === 'directory-service')
    return permission.directoryService ? yes('directory-service') : no('not-allowed')
  if (actor.kind === 'link')
    return permission.link && actor.action === action && actor.about === (about.seasonId ?? '')
      ? yes('link')
      : no('not-allowed')
  if (permission.operatorOnly) return actor.kind === 'operator' ? yes('operator') : no('not-allowed')
  if (actor.kind === 'token' && permission.inPerson) return no('in-person-only')
  if (actor.kind !== 'person' && permission.signedIn) return no('in-person-only')
  if (permission.own && about.people?.includes(actor.personId)) return yes('own')
  return decideHat(actor, permission, about)
}

/**
 * Whether the actor may do it at all, about anything: the door asks this before it reads what was given, so that a form says
 * nothing to whom it is not for.
 */
export function decideAtTheDoor(actor: Actor, action: string): Outcome<'perhaps'> {
  const permission = PERMISSIONS[action]
  if (!permission) return no('unknown-action', { action })
  if (permission.anyone || permission.link) return yes('perhaps')
  if (actor.kind === 'anybody') return no('sign-in-needed')
  if (actor.kind !== 'person' && actor.kind !== 'token') return yes('perhaps')
  if (actor.kind === 'token' && (permission.inPerson || permission.signedIn)) return no('in-person-only')
  if (permission.own) return yes('perhaps')
  if (!actor.hats.some((it) => permission.hats.includes(it.hat))) return no('not-allowed')
  return actor.kind === 'token' || actor.stepped || permission.withoutStep ? yes('perhaps') : no('second-step-needed')
}

function decideHat(
  actor: Exclude<Actor, { kind: 'program' | 'link' | 'directory-service' | 'anybody' }>,
  permission: { hats: readonly Hat[]; notOwn?: boolean; withoutStep?: boolean },
  about: About,
): Outcome<Ground> {
  const worn = actor.hats.find((it) => permission.hats.includes(it.hat) && covers(it, about.seasonId))
  if (!worn) return no('not-allowed')
  if (permission.notOwn && about.people?.includes(actor.personId)) return no('own-affair')
  if (actor.kind === 'person' && !actor.stepped && !permission.withoutStep) return no('second-step-needed')
  return yes(worn.hat)
}

/** A hat of one season is no hat in another, nor for the organisation. */
function covers(worn: Worn, seasonId: string | undefined): boolean {
  return worn.seasonId === null || worn.seasonId === seasonId
}
