import { dayIn } from '../../../calendar/days.ts'
import type { Outcome } from '../../../model/outcome.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import type { KeyOwner, Place } from '../../../runtime/keyring.ts'
import { newId } from '../../../runtime/new-id.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { hatBook } from '../../../store/hats.ts'
import { type PairOfTwo, pairOfTwo, peopleById } from '../../../store/own-pairs.ts'
import { addCopy, addReport, reportsBy } from '../../../store/reports.ts'
import { type deputyLetter, reportLetter } from '../messages/report-letter.ts'
import { type Contact, decideReaders, type Readers } from '../rules/report-readers.ts'

/** Characters of the longest report: some five pages. */
export const LONGEST_REPORT = 10_000
/** Reports by one person of one pair that the page shows. */
const MOST_SHOWN = 50

export type OwnReport = {
  readonly id: string
  readonly madeOn: string
  readonly openedAt: string | null
  /** Nobody who holds a copy may open it any more: their hats have passed to others. */
  readonly stranded: boolean
  readonly words: string
}
export type ReportForm = {
  readonly pairId: string
  readonly partner: string
  readonly season: string
  /** Who would open it, and who if they do not; null where nobody could. */
  readonly readers: { readonly contacts: readonly string[]; readonly deputies: readonly string[] } | null
  /** Whether a letter tells them that something waits. */
  readonly sendsLetter: boolean
  readonly reports: readonly OwnReport[]
}

/** Who would read a report of this pair, said before anybody writes, and what the actor has reported so far. */
export async function seeReports(ctx: Context, input: { pair: string }): Promise<ReportForm> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const pair = await enter(ctx, tx, 'meet.seeReports', input.pair)
    const decided = decideReaders(await contactsOn(ctx, tx), pair.seasonId, pair)
    const sealed = await reportsBy(tx, ctx.organisationId, me, pair.id, MOST_SHOWN)
    const copies = sealed.map((it) => ({ place: placeOf(it.copyId), sealed: it.sealed }))
    const words = await ctx.keyring.openAll(keyOf(ctx, me), copies)
    const able = decided.ok ? [...decided.value.contacts, ...decided.value.deputies] : []
    return {
      pairId: pair.id,
      sendsLetter: ctx.sendsMail,
      partner: me === pair.mentorId ? pair.menteeName : pair.mentorName,
      season: pair.season,
      readers: await named(ctx, tx, decided),
      reports: sealed.map(({ id, madeOn, openedAt, readers }, at) => {
        const stranded = openedAt === null && !readers.some((reader) => able.includes(reader))
        return { id, madeOn, openedAt, stranded, words: words[at] ?? '' }
      }),
    }
  })
}

/** Seals the words once for each who may read them, and tells the named contact that something waits. */
export async function reportPair(ctx: Context, input: { pair: string; words: string }): Promise<{ reportId: string }> {
  const words = readWords(input.words)
  return within(ctx, async (tx) => {
    const pair = await enter(ctx, tx, 'meet.reportPair', input.pair)
    return { reportId: await keepReport(ctx, tx, pair, words) }
  })
}

/** The same, unless the very words were kept before: a form that is sent twice is one report. */
export async function keepReportOnce(ctx: Context, tx: Tx, pair: PairOfTwo, words: string): Promise<void> {
  const me = selfOf(ctx)
  const sealed = await reportsBy(tx, ctx.organisationId, me, pair.id, MOST_SHOWN)
  const copies = sealed.map((it) => ({ place: placeOf(it.copyId), sealed: it.sealed }))
  const before = await ctx.keyring.openAll(keyOf(ctx, me), copies)
  if (!before.includes(words)) await keepReport(ctx, tx, pair, words)
}

/** Keeps the words of the actor about their pair for who may read them, or refuses where nobody could. */
async function keepReport(ctx: Context, tx: Tx, pair: PairOfTwo, words: string): Promise<string> {
  const me = selfOf(ctx)
  const decided = decideReaders(await contactsOn(ctx, tx), pair.seasonId, pair)
  if (!decided.ok) throw new Refused(decided.code, decided.facts, NOBODY_READS)
  const reportId = newId()
  const madeAt = ctx.clock.now()
  const madeOn = dayIn(madeAt, pair.zone)
  await addReport(tx, ctx.organisationId, { id: reportId, pairId: pair.id, reporterId: me, madeOn, madeAt })
  const { contacts, deputies } = decided.value
  for (const readerId of [me, ...contacts, ...deputies]) {
    const id = newId()
    const sealed = await ctx.keyring.seal(keyOf(ctx, readerId), placeOf(id), words)
    await addCopy(tx, ctx.organisationId, { id, reportId, readerId, sealed })
  }
  await tellReaders(ctx, tx, reportId, contacts, reportLetter)
  return reportId
}

const NOBODY_READS =
  'There is no named contact outside of your pair, so nothing was sent and nothing was kept. The page says who else to turn to.'

/** Letters that say only that something waits; without a mail server none is written, since a folder is not for these eyes. */
export async function tellReaders(
  ctx: Context,
  tx: Tx,
  reportId: string,
  readers: readonly string[],
  letter: typeof reportLetter | typeof deputyLetter,
): Promise<number> {
  if (!ctx.sendsMail) return 0
  const people = await peopleById(tx, ctx.organisationId, readers)
  const letters = [...people.values()].map((person) => ({
    personId: person.id,
    kind: 'report' as const,
    about: reportId,
    ...letter(person, `${ctx.publicUrl}/waiting`),
  }))
  return queueLetters(ctx, tx, letters)
}

/** Everybody who wears the hat of named contact or deputy today. */
export async function contactsOn(ctx: Context, tx: Tx): Promise<readonly Contact[]> {
  const book = await hatBook(tx, ctx.organisationId, ctx.today)
  return book.filter((it) => it.hat === 'named-contact' && it.fromOn <= ctx.today)
}

export function placeOf(copyId: string): Place {
  return { table: 'report_copy', column: 'sealed', row: copyId }
}

export function keyOf(ctx: Context, readerId: string): KeyOwner {
  return { organisationId: ctx.organisationId, kind: 'person', id: readerId }
}

async function enter(ctx: Context, tx: Tx, action: string, pairId: string): Promise<PairOfTwo> {
  const pair = await pairOfTwo(tx, ctx.organisationId, pairId)
  // The audit says neither season nor pair: that there is a report is for its readers alone.
  await permit(ctx, tx, action, { people: pair ? [pair.mentorId, pair.menteeId] : [] })
  if (!pair) throw new NotFound('There is no such pair.')
  return pair
}

async function named(ctx: Context, tx: Tx, decided: Outcome<Readers>): Promise<ReportForm['readers']> {
  if (!decided.ok) return null
  const { contacts, deputies } = decided.value
  const people = await peopleById(tx, ctx.organisationId, [...contacts, ...deputies])
  const names = (ids: readonly string[]) => ids.map((id) => people.get(id)?.name ?? '').filter((name) => name !== '')
  return { contacts: names(contacts), deputies: names(deputies) }
}

function readWords(given: string): string {
  const words = given.replaceAll('\r\n', '\n').trim()
  const at = (message: string) => new Invalid(message, { fields: [{ place: 'words', message }] })
  if (words === '') throw at('Write a sentence about what is not working.')
  if (words.length > LONGEST_REPORT)
    throw at(`A report has at most ${LONGEST_REPORT} characters; this one has ${words.length}.`)
  return words
}
