import { dayIn } from '../../../calendar/days.ts'
import { letterWithAskLink } from '../../../model/ask-link.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../../runtime/new-id.ts'
import { type LetterText, queueLetters } from '../../../runtime/queue-letters.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import {
  type AskedOfManager,
  addManagerAsk,
  answerManagerAsk,
  armManagerAsk,
  type ManagerAnswer,
  managerAskByHash,
  managerOf,
} from '../../../store/manager-asks.ts'
import { theOrganisation } from '../../../store/organisations.ts'
import { ownApplications } from '../../../store/own-applications.ts'
import { namesOf } from '../../../store/people.ts'
import { seasonById } from '../../../store/seasons.ts'
import { managerLetter } from '../messages/manager-letter.ts'
import { asksManager } from '../rules/asks-manager.ts'

/** Days for which the link to a manager answers. Own choice. */
const DAYS_TO_CONFIRM = 14
const DAY_MS = 86_400_000

/** Has one’s manager asked by letter whether they know of the time it takes; pressing twice asks once. */
export async function askManager(ctx: Context, input: { readonly season: string }): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'apply.askManager', { seasonId: season.id, people: [me] })
    await lockOpenSeason(ctx, tx, season.id)
    const own = await ownApplications(tx, ctx.organisationId, season.id, me)
    const roles = ROLES.filter((role) => own.some((it) => it.role === role && it.superseded_by === null))
    if (!asksManager(season.program, roles))
      throw new Refused(
        'manager-not-asked',
        {},
        'This program does not ask for a manager’s agreement to what you sent.',
      )
    const manager = await managerOf(tx, ctx.organisationId, me, ctx.today)
    if (!manager)
      throw new Refused(
        'no-manager',
        {},
        'The directory names no manager of yours, so nobody can be asked. Speak with them yourself.',
      )
    const at = ctx.clock.now()
    const untilAt = new Date(Date.parse(at) + DAYS_TO_CONFIRM * DAY_MS).toISOString()
    const ask = { id: newId(), seasonId: season.id, personId: me, managerId: manager.id, hash: null, at, untilAt }
    const id = await addManagerAsk(tx, ctx.organisationId, ask)
    if (id === null) return
    const name = (await namesOf(tx, ctx.organisationId, [me])).get(me) ?? ''
    const until = dayIn(untilAt, season.program.zone)
    const letter = managerLetter(season.program, { name, roles, until }, manager)
    await post(ctx, tx, { id, me, managerId: manager.id, at }, letter)
  })
}

type Asked = { readonly id: string; readonly me: string; readonly managerId: string; readonly at: string }

/** Nobody sends the demo’s letters, so its links are made here, to be opened from its mailbox. */
async function post(ctx: Context, tx: Tx, it: Asked, letter: LetterText) {
  const secret = (await theOrganisation(tx))?.kind === 'demo' ? newSecret() : null
  if (secret) await armManagerAsk(tx, ctx.organisationId, it.id, { hash: hashOf(secret), now: it.at, today: ctx.today })
  const body = secret ? letterWithAskLink('manager-ask', letter.body, ctx.publicUrl, secret) : letter.body
  // Which asking it is; whom else it names, so that an erasure finds it.
  const about = `${it.id} ${it.at} ${it.me}`
  await queueLetters(ctx, tx, [{ ...letter, personId: it.managerId, kind: 'manager-ask', about, body }])
}

export type ManagerQuestion = Pick<AskedOfManager, 'name' | 'roles' | 'answer'> & { readonly program: Program }

/** What a link asks a manager, for whoever holds it; null where it is over. Reading it answers nothing. */
export async function readManagerQuestion(
  ctx: Context,
  input: { readonly secret: string },
): Promise<ManagerQuestion | null> {
  return within(ctx, async (tx) => {
    const found = await managerAskByHash(tx, ctx.organisationId, hashOf(input.secret), ctx.clock.now(), ctx.today)
    const season = found && (await seasonById(tx, ctx.organisationId, found.seasonId))
    if (!found || !season) return null
    const roles = ROLES.filter((role) => found.roles.includes(role))
    return { name: found.name, roles, answer: found.answer, program: season.program }
  })
}

/** Keeps what the manager pressed, once; nothing where the application was taken back. Null where the link is over. */
export async function answerManager(
  ctx: Context,
  input: { readonly secret: string; readonly answer: ManagerAnswer },
): Promise<{ readonly fresh: boolean } | null> {
  return within(ctx, async (tx) => {
    const at = ctx.clock.now()
    const found = await managerAskByHash(tx, ctx.organisationId, hashOf(input.secret), at, ctx.today)
    if (!found) return null
    await permit(ctx, tx, 'apply.answerManager', { seasonId: found.seasonId, about: found.id })
    if (found.roles.length === 0) return { fresh: false }
    return { fresh: await answerManagerAsk(tx, ctx.organisationId, found.id, { answer: input.answer, at }) }
  })
}
