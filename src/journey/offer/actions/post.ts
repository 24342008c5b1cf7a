import { dayIn } from '../../../calendar/days.ts'
import { letterWithAskLink } from '../../../model/ask-link.ts'
import type { Context } from '../../../runtime/context.ts'
import { hashOf, newSecret } from '../../../runtime/new-id.ts'
import { type LetterText, queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { armRequest, type RequestRow } from '../../../store/mentor-requests.ts'
import { mentorsPage } from '../../../store/open-mentors.ts'
import { theOrganisation } from '../../../store/organisations.ts'
import {
  acceptedLetter,
  askedBackLetter,
  movesOnLetter,
  requestLetter,
  withdrawnLetter,
} from '../messages/request-letters.ts'
import { movesOnAt } from '../rules.ts'

const OFFERED_NEXT = 3

/** Writes to the mentor whose turn it is; the secret of the links is made as the letter leaves, in the demo at once. */
export async function tellMentor(ctx: Context, tx: Tx, it: RequestRow): Promise<void> {
  const asked = it.question && it.answer ? { question: it.question, answer: it.answer } : null
  const until = dayIn(movesOnAt(it.turnAt), 'Etc/UTC')
  const letter = requestLetter({ ...toMentor(ctx, it), words: it.words, until, asked })
  const about = aboutOf(it, asked ? 'answered' : 'asked', it.askerId)
  if ((await theOrganisation(tx))?.kind !== 'demo')
    return post(ctx, tx, { to: it.mentorId, kind: 'mentor-request', about }, letter)
  const secret = newSecret()
  await armRequest(tx, ctx.organisationId, it.id, { hash: hashOf(secret), today: ctx.today })
  const body = letterWithAskLink('mentor-request', letter.body, ctx.publicUrl, secret)
  await post(ctx, tx, { to: it.mentorId, kind: 'mentor-request', about }, { ...letter, body })
}

export async function tellAskedBack(ctx: Context, tx: Tx, it: RequestRow): Promise<void> {
  const until = dayIn(movesOnAt(it.turnAt), 'Etc/UTC')
  const letter = askedBackLetter({ ...toAsker(ctx, it), question: it.question ?? '', until })
  await post(ctx, tx, { to: it.askerId, kind: 'mentor-news', about: aboutOf(it, 'question', it.mentorId) }, letter)
}

export async function tellAccepted(ctx: Context, tx: Tx, it: RequestRow): Promise<void> {
  const news = (other: string) => ({ kind: 'mentor-news' as const, about: aboutOf(it, 'accepted', other) })
  const asker = acceptedLetter({ ...toAsker(ctx, it), email: it.mentorEmail, isAsker: true })
  const mentor = acceptedLetter({ ...toMentor(ctx, it), email: it.askerEmail, isAsker: false })
  await post(ctx, tx, { to: it.askerId, ...news(it.mentorId) }, asker)
  await post(ctx, tx, { to: it.mentorId, ...news(it.askerId) }, mentor)
}

/** Tells the asker that it ended without a yes, and who else fits and has room; the same words whatever the cause. */
export async function tellWhoElse(ctx: Context, tx: Tx, it: RequestRow): Promise<void> {
  const fitting = await fittingFor(ctx, tx, it)
  const page = (id: string) => `${ctx.publicUrl}/mentors/${id}`
  const letter = movesOnLetter({
    ...toAsker(ctx, it),
    fitting: fitting.map(({ id, name, topics }) => ({ name, topics, page: page(id) })),
    list: `${ctx.publicUrl}/mentors`,
  })
  await post(ctx, tx, { to: it.askerId, kind: 'mentor-news', about: aboutOf(it, 'moved-on', it.mentorId) }, letter)
}

export async function tellWithdrawn(ctx: Context, tx: Tx, it: RequestRow): Promise<void> {
  await post(
    ctx,
    tx,
    { to: it.mentorId, kind: 'mentor-news', about: aboutOf(it, 'withdrawn', it.askerId) },
    withdrawnLetter(toMentor(ctx, it)),
  )
}

/** The next mentors who fit what was asked for: most topics in common, then most hours, with room. */
async function fittingFor(ctx: Context, tx: Tx, it: RequestRow) {
  const asked = {
    search: '',
    topics: it.topics,
    division: null,
    sharedMinutes: 0,
    hasRoom: true,
    order: 'fit' as const,
    me: it.askerId,
    without: [it.mentorId],
    only: null,
    day: ctx.today,
    now: ctx.clock.now(),
  }
  return mentorsPage(tx, ctx.organisationId, asked, { limit: OFFERED_NEXT, offset: 0 })
}

function toMentor(ctx: Context, it: RequestRow) {
  return { to: it.mentorName, other: it.askerName, topics: it.topics, page: `${ctx.publicUrl}/requests/${it.id}` }
}

function toAsker(ctx: Context, it: RequestRow) {
  return { ...toMentor(ctx, it), to: it.askerName, other: it.mentorName }
}

/** What makes it a letter that is written once; whom else it names, so that an erasure finds it. */
function aboutOf(it: RequestRow, what: string, names: string): string {
  return `${it.id} ${what} ${names}`
}

async function post(
  ctx: Context,
  tx: Tx,
  { to, kind, about }: { readonly to: string; readonly kind: 'mentor-request' | 'mentor-news'; readonly about: string },
  letter: LetterText,
): Promise<void> {
  await queueLetters(ctx, tx, [{ personId: to, kind, about, ...letter }])
}
