import { z } from 'zod'
import { planRelease, withdrawRelease } from '../../journey/announce/actions/moments.ts'
import { seeProgress, sendAgain } from '../../journey/announce/actions/progress.ts'
import { readDrafts, releaseDecisions } from '../../journey/announce/actions.ts'
import { must, type Operation, operation, season, text } from '../operation.ts'
import { count } from '../shapes/count.ts'

const draft = z.strictObject({ to: z.string(), kind: z.string(), subject: z.string(), body: z.string() })
const released = z
  .strictObject({
    released: count,
    pairs: count,
    noPlace: count,
    sent: z.enum(['queued', 'not sent']),
    folder: z.string().nullable().describe('where letters go that are not sent'),
  })
  .meta({ title: 'Released' })

const failed = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  subject: z.string(),
  problem: z.string().nullable().describe('what the mail server or the mailbox said'),
  cameBack: z.boolean(),
  isKept: z.boolean().describe('whether its words are still kept, so that it can leave again'),
})
const progress = z
  .strictObject({
    moment: z.strictObject({ at: z.iso.datetime(), held: z.boolean() }).nullable(),
    letters: count,
    sent: count,
    waiting: count,
    triedBefore: count,
    refused: count,
    cameBack: count,
    notSent: count,
    failed: z.array(failed),
    locked: count.describe('letters about oneself that did not arrive'),
  })
  .meta({ title: 'ProgressOfLetters' })

export const announce: readonly Operation[] = [
  operation({
    action: 'announce.readDrafts',
    stage: 'announce',
    verb: 'drafts',
    about: 'Read every letter before it leaves',
    options: [],
    shows: true,
    result: z
      .strictObject({
        drafts: z.array(draft),
        locked: count.describe('letters about oneself, which another coordinator reads'),
      })
      .meta({ title: 'Drafts' }),
    run: (ctx, given) => readDrafts(ctx, season(given)),
  }),
  operation({
    action: 'announce.releaseDecisions',
    stage: 'announce',
    verb: 'release',
    about: 'Tell everyone',
    options: [{ name: 'send', kind: 'switch', about: 'send although the day has passed' }],
    shows: false,
    result: released,
    run: (ctx, given) => releaseDecisions(ctx, { ...season(given), send: given.options.send === true }),
  }),
  operation({
    action: 'announce.planRelease',
    stage: 'announce',
    verb: 'plan',
    about: 'Tell everyone at a moment, in the season’s time zone',
    options: [
      { name: 'day', kind: 'day', required: true, word: true, about: 'the day everyone hears' },
      { name: 'time', kind: 'time', required: true, word: true, about: 'the time of that day, such as 09:00' },
    ],
    shows: false,
    result: z.strictObject({ at: z.iso.datetime().describe('the moment, in UTC') }).meta({ title: 'Moment' }),
    run: (ctx, given) => planRelease(ctx, { ...season(given), on: must(given, 'day'), time: must(given, 'time') }),
  }),
  operation({
    action: 'announce.withdrawRelease',
    stage: 'announce',
    verb: 'unplan',
    about: 'Take the moment back before it comes',
    options: [],
    shows: false,
    result: z.strictObject({ withdrawn: z.boolean() }).meta({ title: 'MomentTakenBack' }),
    run: (ctx, given) => withdrawRelease(ctx, season(given)),
  }),
  operation({
    action: 'announce.seeProgress',
    stage: 'announce',
    verb: 'progress',
    about: 'See how far the letters are and which did not arrive',
    options: [],
    shows: true,
    result: progress,
    run: (ctx, given) => seeProgress(ctx, season(given)),
  }),
  operation({
    action: 'announce.sendAgain',
    stage: 'announce',
    verb: 'again',
    about: 'Send letters once more that did not arrive',
    options: [{ name: 'letter', kind: 'text', about: 'the id of one letter; all of them unless said' }],
    shows: false,
    result: z.strictObject({ letters: count }).meta({ title: 'SentOnceMore' }),
    run: (ctx, given) => sendAgain(ctx, { ...season(given), letter: text(given, 'letter') }),
  }),
]
