import { nextPermittedInstant } from '../../calendar/permitted-hours.ts'
import { letterWithAnswerLink } from '../../model/answer-link.ts'
import { type AskKind, isAskKind, letterWithAskLink } from '../../model/ask-link.ts'
import { switchOf, waitsForHours } from '../../model/letter-kinds.ts'
import type { Letter, Post } from '../../outbox/email.ts'
import { fileLetter } from '../../outbox/folder.ts'
import { LINK_MINUTES, letterWithLink } from '../../people/rules/sign-in.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { hashOf, newSecret } from '../../runtime/new-id.ts'
import { offLink } from '../../runtime/off-link.ts'
import type { Database, Tx } from '../../store/database.ts'
import { armManagerAsk } from '../../store/manager-asks.ts'
import { armQuestion } from '../../store/meeting-questions.ts'
import { armRequest } from '../../store/mentor-requests.ts'
import {
  deferMessage,
  lockMessage,
  type MessageRow,
  markFiled,
  markPageOnly,
  markProblem,
  markSent,
  messagesDue,
  type Waiting,
} from '../../store/messages.ts'
import { quietHoursOf } from '../../store/nudges.ts'
import { armSignInLink, isAwaited } from '../../store/sign-in-links.ts'
import { switchLine } from './messages/switch-line.ts'
import { decideRetry } from './rules.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export type Due = { readonly action: 'announce.sendMessage' | 'announce.fileMessage'; readonly about: string }

/** What of this stage is due by an instant and can be done here: letters to send, and letters that go to the folder instead. */
export async function dueWork(
  db: Database,
  organisationId: string,
  now: string,
  limit: number,
  can: { readonly send: boolean; readonly file: boolean },
): Promise<readonly Due[]> {
  const states: readonly Waiting[] = [
    ...(can.send ? ['released' as const] : []),
    ...(can.file ? ['kept' as const] : []),
  ]
  const messages = await messagesDue(db, organisationId, now, limit, states)
  return messages.map(({ id, state }) => ({
    action: state === 'released' ? 'announce.sendMessage' : 'announce.fileMessage',
    about: id,
  }))
}

/**
 * Hands one letter to the mail server while its row is locked: a second run finds nothing to do, and only a death between
 * the server's yes and the commit makes a second copy, with the same Message-ID.
 */
export async function sendMessage(ctx: Context, post: Post, id: string): Promise<boolean> {
  return within(ctx, async (tx) => {
    const message = await lockMessage(tx, ctx.organisationId, id, 'released')
    if (!message) return false
    await permit(ctx, tx, 'announce.sendMessage', { about: id })
    const may = await mayLeave(ctx, tx, message)
    if (may.does === 'stays-on-page') await markPageOnly(tx, ctx.organisationId, id)
    if (may.does === 'waits') await deferMessage(tx, ctx.organisationId, id, may.until)
    if (may.does !== 'leaves') return false
    const letter = await asItLeaves(ctx, tx, message)
    if (!letter) return giveUp(ctx, tx, id)
    const posted = await post.send(withSwitch(ctx, letter))
    if (posted.ok) {
      await letter.arm?.()
      await markSent(tx, ctx.organisationId, id, ctx.clock.now())
    } else {
      const again = decideRetry(message.tries, posted.forGood)
      const at = again.ok ? new Date(Date.parse(ctx.clock.now()) + again.value * MINUTE_MS).toISOString() : null
      await markProblem(tx, ctx.organisationId, id, posted.problem, at)
    }
    return posted.ok
  })
}

type May = { readonly does: 'leaves' | 'stays-on-page' } | { readonly does: 'waits'; readonly until: string }

/** Whether a letter may leave now: not in the night of its reader, and not where they have turned it off since it was written. */
async function mayLeave(ctx: Context, tx: Tx, { kind, person_id }: MessageRow): Promise<May> {
  if (!waitsForHours(kind)) return { does: 'leaves' }
  const found = await quietHoursOf(tx, ctx.organisationId, person_id, ctx.today)
  const name = switchOf(kind)
  if (name && found?.pageOnly?.includes(name)) return { does: 'stays-on-page' }
  const now = ctx.clock.now()
  const next = nextPermittedInstant(now, {
    zone: found?.zone ?? 'Etc/UTC',
    weekdays: found?.weekdays ?? [],
    holidays: new Set(found?.holidays ?? []),
    quietDays: found?.quietDays ?? [],
  })
  if (next !== null && Date.parse(next) <= Date.parse(now)) return { does: 'leaves' }
  return { does: 'waits', until: next ?? new Date(Date.parse(now) + DAY_MS).toISOString() }
}

/** The letter with how to turn letters like it off, or that the program needs it. */
function withSwitch(ctx: Context, message: MessageRow): Letter {
  const name = switchOf(message.kind)
  const off = name ? offLink(ctx, { personId: message.person_id, name }) : null
  const line = waitsForHours(message.kind) ? switchLine(off, `${ctx.publicUrl}/me/letters`) : ''
  return { ...message, body: line ? `${message.body}\n\n${line}` : message.body, offLink: off }
}

type Leaving = MessageRow & { readonly arm: (() => Promise<void>) | null }

/** The letter with the secret of its link, where it has one; null where nobody waits for it any more. */
async function asItLeaves(ctx: Context, tx: Tx, message: MessageRow): Promise<Leaving | null> {
  if (message.kind === 'sign-in') return withLink(ctx, tx, message)
  if (message.kind === 'meet-question') return withAnswerLink(ctx, tx, message)
  if (isAskKind(message.kind)) return withAskLink(ctx, tx, message, message.kind)
  return { ...message, arm: null }
}

/** The same for the link that answers a question: a letter that was lost on the way takes its link with it. */
async function withAnswerLink(ctx: Context, tx: Tx, message: MessageRow): Promise<Leaving | null> {
  const secret = newSecret()
  const it = { hash: hashOf(secret), now: ctx.clock.now(), today: ctx.today }
  if (!(await armQuestion(tx, ctx.organisationId, message.about, it))) return null
  return { ...message, body: letterWithAnswerLink(message.body, ctx.publicUrl, secret), arm: null }
}

/** The same for a request to a mentor, and for what a manager is asked: an older letter's link ends with it. */
async function withAskLink(ctx: Context, tx: Tx, message: MessageRow, kind: AskKind): Promise<Leaving | null> {
  const secret = newSecret()
  const it = { hash: hashOf(secret), now: ctx.clock.now(), today: ctx.today }
  const [id = ''] = message.about.split(' ')
  const arm = kind === 'mentor-request' ? armRequest : armManagerAsk
  if (!(await arm(tx, ctx.organisationId, id, it))) return null
  return { ...message, body: letterWithAskLink(kind, message.body, ctx.publicUrl, secret), arm: null }
}

/**
 * The secret of a sign-in link is made as its letter leaves, and only its hash is kept, once the letter has been taken. Null
 * where nobody waits for it any more, or its person has left.
 */
async function withLink(ctx: Context, tx: Tx, message: MessageRow) {
  const now = ctx.machineClock.now()
  if (!(await isAwaited(tx, ctx.organisationId, message.about, now, ctx.today))) return null
  const secret = newSecret()
  const untilAt = new Date(Date.parse(now) + LINK_MINUTES * MINUTE_MS).toISOString()
  return {
    ...message,
    body: letterWithLink(message.body, ctx.publicUrl, secret),
    arm: () => armSignInLink(tx, ctx.organisationId, message.about, hashOf(secret), untilAt),
  }
}

async function giveUp(ctx: Context, tx: Tx, id: string): Promise<false> {
  await markProblem(tx, ctx.organisationId, id, 'nobody waits for this link any more', null)
  return false
}

/** Writes one letter that nobody sends to the folder. */
export async function fileMessage(ctx: Context, folder: string, id: string): Promise<boolean> {
  return within(ctx, async (tx) => {
    const message = await lockMessage(tx, ctx.organisationId, id, 'kept')
    if (!message) return false
    await permit(ctx, tx, 'announce.fileMessage', { about: id })
    const letter = message.kind === 'sign-in' ? message : await asItLeaves(ctx, tx, message)
    if (!letter) return giveUp(ctx, tx, id)
    fileLetter(folder, message.released_on ?? ctx.today, message.kind, letter)
    await markFiled(tx, ctx.organisationId, id)
    return true
  })
}
