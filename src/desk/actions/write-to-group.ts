import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { type LetterText, queueLetters } from '../../runtime/queue-letters.ts'
import { findSeason } from '../../runtime/season.ts'
import { selfOf } from '../../runtime/self.ts'
import { takeBack, unnamedOf } from '../../store/group-letters.ts'
import { theOrganisation } from '../../store/organisations.ts'
import { decideWriting } from '../rules/plan-group.ts'
import { type Group, type GroupFilter, groupOf } from '../screens/group.ts'

export const LONGEST_SUBJECT = 150
export const LONGEST_WORDS = 5_000
export type Written = { readonly subject: string; readonly words: string }
/** Makes one copy of it: what it says around the words is the door's. */
export type CopyFor = (
  to: { readonly name: string },
  it: Written,
  group: Pick<Group, 'me' | 'season' | 'why'>,
) => LetterText
type Asked = GroupFilter & Written & { readonly season: string }

/**
 * Writes a letter to each in a group, as it was seen. `id` is the letter's: the same again writes none twice, and whoever came into
 * the group or left it since it was looked at stops it, so that nobody is written to unseen.
 */
export async function writeToGroup(
  ctx: Context,
  input: Asked & { readonly id: string; readonly seen: string },
  copyFor: CopyFor,
): Promise<{ readonly people: number }> {
  const letter = readWritten(input)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'desk.writeToGroup', { seasonId: season.id, about: input.id })
    const group = await groupOf(ctx, tx, season, input)
    const may = decideWriting(
      group.people.map((it) => it.id),
      input.seen,
      group.seen,
    )
    if (!may.ok) throw new Refused(may.code, may.facts, sentenceOf(may.code, group.people.length))
    const isKept = (await theOrganisation(tx))?.kind === 'demo'
    const copies = (people: Group['people'], about: string) =>
      people.map((it) => ({
        ...{ personId: it.id, seasonId: season.id, kind: 'from-coordinator' as const, about, isKept },
        ...copyFor(it, letter, group),
      }))
    await queueLetters(ctx, tx, [...copies(group.people, input.id), ...copies(group.unnamed, unnamedOf(input.id))])
    return { people: group.people.length }
  })
}

/** Writes it to the coordinator alone, to be read as it will be read. */
export async function testGroupLetter(ctx: Context, input: Asked, copyFor: CopyFor): Promise<void> {
  const letter = readWritten(input)
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'desk.testGroupLetter', { seasonId: season.id })
    const group = await groupOf(ctx, tx, season, input)
    const copy = copyFor(group.me, letter, group)
    const isKept = (await theOrganisation(tx))?.kind === 'demo'
    const to = { personId: selfOf(ctx), seasonId: season.id, kind: 'test' as const, about: newId(), isKept }
    await queueLetters(ctx, tx, [{ ...to, ...copy, subject: `Test: ${copy.subject}` }])
  })
}

/** Takes back every copy that has not left by e-mail. */
export async function takeBackLetters(
  ctx: Context,
  input: { readonly season: string; readonly id: string },
): Promise<{ readonly takenBack: number }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'desk.takeBackLetters', { seasonId: season.id, about: input.id })
    return { takenBack: await takeBack(tx, ctx.organisationId, season.id, input.id) }
  })
}

/** The letter as it is sent; every fault of it at once, each at its field. */
export function readWritten({ subject, words }: Written): Written {
  const fields = [
    ...(subject.trim() === '' ? [{ place: 'subject', message: 'Say what it is about.' }] : []),
    ...(words.trim() === '' ? [{ place: 'words', message: 'Write what you want to say.' }] : []),
    ...(subject.length > LONGEST_SUBJECT
      ? [{ place: 'subject', message: `At most ${LONGEST_SUBJECT} characters; these are ${subject.length}.` }]
      : []),
    ...(words.length > LONGEST_WORDS
      ? [{ place: 'words', message: `At most ${LONGEST_WORDS} characters; these are ${words.length}.` }]
      : []),
    ...(/[\r\n]/.test(subject.trim()) ? [{ place: 'subject', message: 'In one line.' }] : []),
  ]
  if (fields.length > 0) throw new Invalid('The letter is not complete.', { fields })
  return { subject: subject.trim(), words: words.trim().replaceAll('\r\n', '\n') }
}

function sentenceOf(code: string, many: number): string {
  if (code === 'group-empty') return 'Nobody is in this group any more, so nothing was sent.'
  return `Who is in the group has changed since you looked: it is ${many} now. Nothing was sent; look once more and send again.`
}
