import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { importHolidays } from '../../people/actions/import-holidays.ts'
import { importPeople, previewPeople } from '../../people/actions/import-people.ts'
import { leave, returnPerson } from '../../people/actions/leave.ts'
import { makeLink } from '../../people/actions/make-link.ts'
import { removeLostSecondStep } from '../../people/actions/remove-lost-second-step.ts'
import { seeDirectory } from '../../people/screens/directory.ts'
import { seePairsLeftAlone } from '../../people/screens/pairs-left-alone.ts'
import { must, number, type Operation, operation, text } from '../operation.ts'
import type { Option } from '../option.ts'
import { count } from '../shapes/count.ts'
import { directoryPreview } from '../shapes/directory-preview.ts'
import { importReport } from '../shapes/import-report.ts'
import * as rows from '../sheet-rows.ts'

const WHOLE: Option = {
  name: 'whole',
  kind: 'switch',
  about: 'the file is the whole directory: who is not in it has left; every row must be readable',
}
const PERSON: Option = { name: 'person', kind: 'text', required: true, word: true, about: 'their address' }

const directoryPage = z
  .strictObject({
    people: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        kind: z.enum(['directory', 'guest', 'self-declared']),
        title: z.string().nullable(),
        division: z.string().nullable(),
        department: z.string().nullable(),
        leftOn: daySchema.nullable(),
      }),
    ),
    found: count,
    hasDirectory: z.boolean(),
    divisions: z.array(z.string()),
  })
  .meta({ title: 'DirectoryPage', description: 'Fifty people of the directory, and how many were found' })

export const people: readonly Operation[] = [
  operation({
    action: 'people.seeDirectory',
    stage: 'people',
    verb: 'list',
    about: 'See the directory, fifty people at a time',
    options: [
      { name: 'search', kind: 'text', about: 'in the name, the address or the employee id' },
      { name: 'division', kind: 'text', about: 'only of this division' },
      { name: 'kind', kind: 'choice', choices: ['directory', 'guest', 'self-declared'], about: 'only of this kind' },
      { name: 'presence', kind: 'choice', choices: ['here', 'left', 'all'], about: 'who is here, unless said' },
      { name: 'order', kind: 'choice', choices: ['name', 'division', 'newest'], about: 'by name, unless said' },
      { name: 'page', kind: 'number', about: 'which fifty; the first unless said' },
    ],
    shows: true,
    noSeason: true,
    result: directoryPage,
    run: (ctx, given) =>
      seeDirectory(ctx, rows.asDirectoryAsked(given.options), Math.max(1, number(given, 'page') ?? 1)),
  }),
  operation({
    action: 'people.previewPeople',
    stage: 'people',
    verb: 'preview',
    about: 'See what a directory would change, without taking it',
    file: 'people',
    options: [WHOLE],
    shows: true,
    result: directoryPreview,
    run: (ctx, given) =>
      previewPeople(ctx, { rows: given.rows.map(rows.asPerson), whole: given.options.whole === true }),
  }),
  operation({
    action: 'people.importPeople',
    stage: 'people',
    verb: 'import',
    about: 'Take a directory',
    file: 'people',
    options: [
      WHOLE,
      { name: 'fingerprint', kind: 'text', about: 'of the preview: what has changed since is not overwritten' },
    ],
    allOrNothing: (options) => options.whole === true,
    shows: false,
    result: importReport,
    run: (ctx, given) =>
      importPeople(ctx, {
        rows: given.rows.map(rows.asPerson),
        whole: given.options.whole === true,
        fingerprint: text(given, 'fingerprint'),
      }),
  }),
  operation({
    action: 'people.importHolidays',
    stage: 'people',
    verb: 'holidays',
    about: 'Take calendars of holidays',
    file: 'holidays',
    options: [
      { name: 'whole', kind: 'switch', about: 'the file has every day of each calendar it names: others are removed' },
    ],
    allOrNothing: (options) => options.whole === true,
    shows: false,
    noSeason: true,
    result: importReport,
    run: (ctx, given) =>
      importHolidays(ctx, { rows: given.rows.map(rows.asHoliday), whole: given.options.whole === true }),
  }),
  operation({
    action: 'people.leave',
    stage: 'people',
    verb: 'leave',
    about: 'Mark a person as having left, from --on or today; every way in ends',
    options: [PERSON],
    shows: false,
    noSeason: true,
    result: z.strictObject({ email: z.string(), leftOn: daySchema }).meta({ title: 'PersonLeft' }),
    run: (ctx, given) => leave(ctx, { email: must(given, 'person') }),
  }),
  operation({
    action: 'people.makeLink',
    stage: 'people',
    verb: 'link',
    about: 'Print a sign-in link for a person; it opens once, for 15 minutes',
    options: [PERSON],
    shows: false,
    noSeason: true,
    result: z.strictObject({ link: z.string(), opensUntil: z.string() }).meta({ title: 'SignInLink' }),
    run: (ctx, given) => makeLink(ctx, { address: must(given, 'person') }),
  }),
  operation({
    action: 'people.removeLostSecondStep',
    stage: 'people',
    verb: 'remove-second-step',
    about: 'Remove every second step of a person who has lost theirs, and sign them out; they are told',
    options: [PERSON],
    shows: false,
    noSeason: true,
    result: z
      .strictObject({
        name: z.string(),
        email: z.string(),
        passkeys: count,
        codes: z.boolean(),
        recoveryCodes: count.describe('those not spent'),
        endedSignIns: count,
        wearsHat: z.boolean(),
        letterLeaves: z.boolean().describe('without a mail server the letter stays on their page'),
      })
      .meta({ title: 'SecondStepRemoved' }),
    run: (ctx, given) => removeLostSecondStep(ctx, { address: must(given, 'person') }),
  }),
  operation({
    action: 'people.returnPerson',
    stage: 'people',
    verb: 'return',
    about: 'Take back that a person has left; they may sign in anew',
    options: [PERSON],
    shows: false,
    noSeason: true,
    result: z.strictObject({ email: z.string(), returned: z.boolean() }).meta({ title: 'PersonReturned' }),
    run: (ctx, given) => returnPerson(ctx, { email: must(given, 'person') }),
  }),
  operation({
    action: 'people.seePairsLeftAlone',
    stage: 'people',
    verb: 'left-alone',
    about: 'See running pairs with one side gone',
    options: [],
    shows: true,
    noSeason: true,
    result: z
      .strictObject({
        pairs: z.array(
          z.strictObject({
            season: z.string(),
            program: z.string(),
            mentor: z.string(),
            mentee: z.string(),
            gone: z.enum(['mentor', 'mentee', 'both']),
            since: daySchema,
          }),
        ),
        own: count.describe('pairs about whoever asks, which another coordinator sees'),
      })
      .meta({ title: 'PairsLeftAlone' }),
    run: (ctx) => seePairsLeftAlone(ctx),
  }),
]
