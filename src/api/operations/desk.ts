import { z } from 'zod'
import { LONGEST_SUBJECT, takeBackLetters, testGroupLetter, writeToGroup } from '../../desk/actions/write-to-group.ts'
import { APPLICANT_GROUPS } from '../../desk/rules/plan-applicants.ts'
import { PAIR_GROUPS, SIDES } from '../../desk/rules/plan-group.ts'
import { type GroupFilter, seeGroup } from '../../desk/screens/group.ts'
import { STANDINGS } from '../../desk/screens/pairs.ts'
import { seeWritten } from '../../desk/screens/written.ts'
import { groupLetter } from '../../journey/announce/messages/group-letter.ts'
import { daySchema } from '../../model/day.ts'
import { Invalid } from '../../runtime/errors.ts'
import { type Given, must, number, type Operation, operation, text } from '../operation.ts'
import type { Option } from '../option.ts'
import { count } from '../shapes/count.ts'

const TO = [...PAIR_GROUPS, ...APPLICANT_GROUPS] as const
const GROUP: readonly Option[] = [
  { name: 'to', kind: 'choice', choices: TO, required: true, about: 'which group' },
  { name: 'who', kind: 'choice', choices: SIDES, about: 'which of the two roles; both unless said' },
  { name: 'of', kind: 'text', about: 'the course, the event or the person the group is about' },
  { name: 'q', kind: 'text', about: 'of pairs: a part of a name' },
  { name: 'standing', kind: 'choice', choices: STANDINGS, about: 'of pairs: how they stand' },
]
const SUBJECT: Option = {
  name: 'subject',
  kind: 'text',
  required: true,
  about: `at most ${LONGEST_SUBJECT} characters`,
}
const LETTER: Option = { name: 'letter', kind: 'text', required: true, about: 'the id of the letter, a UUID' }

const person = z.strictObject({ id: z.uuid(), name: z.string() })
const group = z
  .strictObject({
    season: z.string(),
    people: z.array(person).describe('who can be named; everyone who applied gets a letter to applied, named or not'),
    seen: z.string().describe('who is in it, in a word: the letter is sent with it'),
    hasOwn: z.boolean().describe('whether a pair or an application of whoever asks is left out'),
    isTold: z.boolean().describe('whether everybody has heard; before, applicants are one group'),
  })
  .meta({ title: 'GroupToWriteTo' })
const written = z
  .strictObject({
    season: z.string(),
    letters: z.array(
      z.strictObject({
        id: z.uuid(),
        subject: z.string(),
        on: daySchema,
        by: z.string().nullable(),
        people: count.describe('those who can be named'),
        waiting: count,
        sent: count,
        onPage: count,
        failed: count,
        takenBack: count,
      }),
    ),
    total: count,
  })
  .meta({ title: 'LettersToGroups' })

/** Letters to a group: who they are, the words, a test, and how far they are. */
export const desk: readonly Operation[] = [
  operation({
    action: 'desk.seeGroup',
    stage: 'desk',
    verb: 'group',
    about: 'See who is in a group, before writing to it',
    options: GROUP,
    shows: true,
    result: group,
    run: async (ctx, given) => {
      const { season, people, seen, hasOwn, isTold } = await seeGroup(ctx, {
        ...filterIn(given),
        season: seasonIn(given),
      })
      return { season: season.key, people, seen, hasOwn, isTold }
    },
  }),
  operation({
    action: 'desk.writeToGroup',
    stage: 'desk',
    verb: 'write',
    about: 'Write a letter to each in a group, as it was seen; the same letter twice is one',
    file: 'words',
    options: [
      ...GROUP,
      SUBJECT,
      LETTER,
      { name: 'seen', kind: 'text', required: true, about: 'what desk group said was seen' },
    ],
    shows: false,
    result: z.strictObject({ people: count }).meta({ title: 'WrittenToGroup' }),
    run: (ctx, given) =>
      writeToGroup(ctx, { ...letterIn(given), id: idIn(given), seen: must(given, 'seen') }, groupLetter),
  }),
  operation({
    action: 'desk.testGroupLetter',
    stage: 'desk',
    verb: 'try',
    about: 'Write a letter that is meant for a group to oneself alone',
    file: 'words',
    options: [...GROUP, SUBJECT],
    shows: false,
    result: z.strictObject({ tested: z.literal(true) }).meta({ title: 'LetterTested' }),
    run: async (ctx, given) => {
      await testGroupLetter(ctx, letterIn(given), groupLetter)
      return { tested: true as const }
    },
  }),
  operation({
    action: 'desk.seeWritten',
    stage: 'desk',
    verb: 'written',
    about: 'List the letters to groups of a season, the latest first, fifty a page, each with how far it is',
    options: [{ name: 'page', kind: 'number', about: 'which page' }],
    shows: true,
    result: written,
    run: async (ctx, given) => {
      const page = Math.max(1, number(given, 'page') ?? 1)
      const { season, letters, total } = await seeWritten(ctx, { season: seasonIn(given), page })
      return { season, letters: letters.map(({ total: _, ...it }) => it), total }
    },
  }),
  operation({
    action: 'desk.takeBackLetters',
    stage: 'desk',
    verb: 'take-back',
    about: 'Take back every copy of a letter to a group that has not left by e-mail',
    options: [LETTER],
    shows: false,
    result: z.strictObject({ takenBack: count }).meta({ title: 'LetterTakenBack' }),
    run: (ctx, given) => takeBackLetters(ctx, { season: seasonIn(given), id: idIn(given) }),
  }),
]

/** An empty key is the only season there is. */
function seasonIn(given: Given): string {
  return must(given, 'season')
}

function filterIn(given: Given): GroupFilter {
  const chosen = <Choice extends string>(name: string, of: readonly Choice[], usual: Choice): Choice =>
    of.find((it) => it === text(given, name)) ?? usual
  const standing = STANDINGS.find((it) => it === text(given, 'standing')) ?? null
  const to = chosen('to', TO, 'pairs')
  return { to, who: chosen('who', SIDES, 'both'), of: text(given, 'of') ?? null, q: text(given, 'q') ?? '', standing }
}

function letterIn(given: Given) {
  return { ...filterIn(given), season: seasonIn(given), subject: must(given, 'subject'), words: given.text }
}

function idIn(given: Given): string {
  const id = must(given, 'letter')
  if (z.uuid().safeParse(id).success) return id
  throw new Invalid('letter is a UUID', { fields: [{ place: 'letter', message: 'is a UUID' }] })
}
