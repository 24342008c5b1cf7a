import type { LetterText } from '../../../model/filled-text.ts'
import type { Context } from '../../../runtime/context.ts'
import { hashOf, idFrom } from '../../../runtime/new-id.ts'
import { OF_ALL, type TextRow, textsOf } from '../../../store/announcement.ts'
import { type ApplicationRow, applicationsOf } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import { type PairRow, pairsOf } from '../../../store/matches.ts'
import { hasMentors } from '../../../store/open-mentors.ts'
import { type PersonRow, peopleOn } from '../../../store/people.ts'
import { type Season, seasonsOf } from '../../../store/seasons.ts'
import { decidedIn, toldIn } from '../../../store/who-hears.ts'
import { nextCall } from '../../apply/rules/next-call.ts'
import { closingOf, noPlaceText, pairText, pairValues } from '../messages.ts'
import type { Announced } from '../rules/decide-text.ts'
import { type Planned, readMark } from '../rules/read-mark.ts'
import { planWhoHears } from '../rules/who-hears.ts'
import { planChats } from './plan-chats.ts'

/** Everything that the letters of the day are made of. */
export type Letters = {
  readonly planned: readonly Planned[]
  /** Of these, the ones that nobody was told yet. */
  readonly waiting: readonly Planned[]
  /** About whom nothing is decided. */
  readonly undecided: readonly string[]
  /** Of these, the ones who have heard nothing: a later round is theirs. */
  readonly later: readonly string[]
  readonly program: Readonly<Record<Announced, LetterText>>
  readonly texts: readonly TextRow[]
  readonly closing: string
  /** What stands for having read them: it changes with who is paired with whom, and with the words. */
  readonly mark: string
}

/** What a letter that there is no place is about: each person has one of a season. */
const ABOUT_NO_PLACE = 'season'

/** Makes every letter of the day as it would leave now, with the words that coordinators chose. It keeps none of them. */
export async function planLetters(ctx: Context, tx: Tx, season: Season): Promise<Letters> {
  const on = ctx.on ?? ctx.today
  const pairs = await pairsOf(tx, ctx.organisationId, season.id)
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  // Whoever was erased is written to no more, nor is anybody told of them.
  const known = (await peopleOn(tx, ctx.organisationId, on)).filter((it) => !it.is_erased)
  const people = new Map(known.map((it) => [it.id, it]))
  const others = (await seasonsOf(tx, ctx.organisationId)).filter((it) => it.id !== season.id)
  const next = nextCall(
    others.map((it) => it.program),
    on,
  )
  // The same for everybody: whether they show themselves in it too makes no difference.
  const other = { hasMentors: await hasMentors(tx, ctx.organisationId, null), next }
  const chatOf = await planChats(ctx, tx, season, pairs, on)
  const texts = await textsOf(tx, ctx.organisationId, season.id)
  const program = { pair: pairText(season.program), 'no-place': noPlaceText(season.program, ctx.publicUrl, other) }
  const wordsFor = (kind: Announced, one: string) => wordsOf(program[kind], texts, kind, one)
  const decided = await decidedIn(tx, ctx.organisationId, season.id)
  const { noPlace, later: undecided } = planWhoHears(
    applications
      .filter((it) => it.submitted_on <= on && people.has(it.person_id))
      .map((it) => ({ personId: it.person_id, isDecided: decided.has(it.id) })),
    new Set(pairs.flatMap((pair) => [pair.mentorId, pair.menteeId])),
  )
  const planned = [
    ...pairs.flatMap((pair) => ofPair(season.id, pair, people, applications, wordsFor, chatOf)),
    ...noPlace.flatMap((id) => withoutPlace(season.id, people.get(id), wordsFor)),
  ]
  const told = await toldIn(tx, ctx.organisationId, season.id, ctx.today)
  const closing = closingOf(season.program, ctx.publicUrl)
  return {
    planned,
    waiting: planned.filter((it) => !told.has(`${it.kind} ${letterKey(it)}`)),
    undecided,
    // Whoever was not cleared has no decision, and no clearance either once that is kept no longer: they have heard.
    later: undecided.filter((id) => !told.has(`no-place ${letterKey({ personId: id, about: ABOUT_NO_PLACE })}`)),
    program,
    texts,
    closing,
    mark: hashOf(readMark(planned, season.program.messages['no-place'], texts)),
  }
}

type Words = Pick<Planned, 'text' | 'from'>

function wordsOf(program: LetterText, texts: readonly TextRow[], kind: Announced, one: string): Words {
  const chosen = (appliesTo: string): LetterText | null => {
    const found = texts.find((it) => it.kind === kind && it.appliesTo === appliesTo)
    return found?.subject && found.body ? { subject: found.subject, body: found.body } : null
  }
  const own = chosen(one)
  if (own) return { text: own, from: 'letter' }
  const ofKind = chosen(OF_ALL)
  return ofKind ? { text: ofKind, from: 'kind' } : { text: program, from: 'program' }
}

/** One letter among those of a season, by whom it is to and what it is about. */
export function letterKey(it: { readonly personId: string; readonly about: string }): string {
  return `${it.personId} ${it.about}`
}

/** The same each time it is planned: a letter that waits is kept nowhere, and is opened and changed by it. */
export function letterId(
  seasonId: string,
  it: { readonly kind: Announced; readonly personId: string; readonly about: string },
) {
  return idFrom(`${seasonId} ${it.kind} ${letterKey(it)}`)
}

function ofPair(
  seasonId: string,
  pair: PairRow,
  people: ReadonlyMap<string, PersonRow>,
  applications: readonly ApplicationRow[],
  wordsFor: (kind: Announced, one: string) => Words,
  chatOf: Awaited<ReturnType<typeof planChats>>,
): readonly Planned[] {
  const sides = [
    ['mentor', pair.mentorId, pair.menteeId],
    ['mentee', pair.menteeId, pair.mentorId],
  ] as const
  return sides.flatMap(([role, personId, partnerId]) => {
    const to = people.get(personId)
    const partner = people.get(partnerId)
    if (!to || !partner) return []
    const about = applications.find((it) => it.person_id === partnerId && it.role !== role)?.about ?? null
    const values = pairValues({ name: to.name, role }, { ...partner, about }, pair.reason, chatOf(personId, partnerId))
    const key = { personId, about: pair.id, kind: 'pair' as const }
    return [
      { id: letterId(seasonId, key), ...key, ...addressOf(to), partnerId, values, ...wordsFor('pair', letterKey(key)) },
    ]
  })
}

function withoutPlace(
  seasonId: string,
  to: PersonRow | undefined,
  wordsFor: (kind: Announced, one: string) => Words,
): readonly Planned[] {
  if (!to) return []
  const key = { personId: to.id, about: ABOUT_NO_PLACE, kind: 'no-place' as const }
  const values = { name: to.name }
  // The same for everybody: none of them has words of its own.
  const words = wordsFor('no-place', OF_ALL)
  return [{ id: letterId(seasonId, key), ...key, ...addressOf(to), partnerId: null, values, ...words }]
}

function addressOf({ name, email }: PersonRow) {
  return { name, email }
}
