import { z } from 'zod'
import { assignReviewers } from '../../journey/review/actions/assign-reviewers.ts'
import { decideByHand } from '../../journey/review/actions/decide-by-hand.ts'
import { clearApplications, decideApplications, importReviews } from '../../journey/review/actions.ts'
import { roleSchema } from '../../model/role.ts'
import { must, number, type Operation, operation, season } from '../operation.ts'
import { count } from '../shapes/count.ts'
import { importReport } from '../shapes/import-report.ts'
import * as rows from '../sheet-rows.ts'

export const review: readonly Operation[] = [
  operation({
    action: 'review.clearApplications',
    stage: 'review',
    verb: 'clear',
    about: 'The people team: who in this sheet is not cleared, everybody else on record is',
    file: 'clearance',
    options: [],
    shows: false,
    result: z.strictObject({ done: z.literal(true) }).meta({ title: 'Done' }),
    run: (ctx, given) =>
      clearApplications(ctx, {
        ...season(given),
        emails: given.rows.map((row) => String(row.email)),
        rowOf: new Map(given.rows.map((row) => [String(row.email), Number(row.row)])),
      }),
  }),
  operation({
    action: 'review.importReviews',
    stage: 'review',
    verb: 'import',
    about: 'Take reviews',
    file: 'reviews',
    options: [],
    shows: false,
    result: importReport,
    run: (ctx, given) => importReviews(ctx, { ...season(given), rows: given.rows.map(rows.asReview) }),
  }),
  operation({
    action: 'review.decideApplications',
    stage: 'review',
    verb: 'decide',
    about: 'Admit who is cleared, eligible and in time; decline the rest',
    options: [{ name: 'late', kind: 'switch', about: 'decide those that came after the close' }],
    shows: false,
    result: z.strictObject({ pool: count, reserve: count, notProceeding: count }).meta({ title: 'Decided' }),
    run: (ctx, given) => decideApplications(ctx, { ...season(given), late: given.options.late === true }),
  }),
  operation({
    action: 'review.decideByHand',
    stage: 'review',
    verb: 'by-hand',
    about: 'Decide one cleared and eligible application by hand, after the rules have',
    options: [
      { name: 'email', kind: 'text', required: true, about: 'whose application' },
      { name: 'role', kind: 'choice', choices: ['mentor', 'mentee'], required: true, about: 'applied as' },
      {
        name: 'outcome',
        kind: 'choice',
        choices: ['pool', 'reserve', 'declined'],
        required: true,
        about: 'reserve is the waiting list of mentees, too',
      },
    ],
    shows: false,
    result: z
      .strictObject({
        decided: count,
        step: z.string().nullable().describe('what undoes it; null where it was decided so already, or stands'),
      })
      .meta({ title: 'DecidedByHand' }),
    run: (ctx, given) =>
      decideByHand(ctx, {
        ...season(given),
        chosen: { email: must(given, 'email').trim().toLowerCase(), role: roleSchema.parse(must(given, 'role')) },
        outcome: z.enum(['pool', 'reserve', 'declined']).parse(must(given, 'outcome')),
        seen: null,
      }),
  }),
  operation({
    action: 'review.assignReviewers',
    stage: 'review',
    verb: 'assign',
    about: 'Give out the reviews that are missing, evenly and past every conflict',
    options: [{ name: 'each', kind: 'number', about: 'how many reviewers for each application; 2 unless said' }],
    shows: false,
    result: z
      .strictObject({
        assigned: count,
        short: count.describe('applications that nobody else may review'),
        step: z.string().nullable().describe('what takes it back; null where nothing was missing'),
      })
      .meta({ title: 'ReviewsAssigned' }),
    run: (ctx, given) => assignReviewers(ctx, { ...season(given), each: number(given, 'each') ?? 2, seen: null }),
  }),
]
