import { z } from 'zod'
import { makeShortlists } from '../../journey/match/actions/make-shortlists.ts'
import { seeShortlists } from '../../journey/match/actions/see-shortlists.ts'
import { sendShortlists } from '../../journey/match/actions/send-shortlists.ts'
import { daySchema } from '../../model/day.ts'
import { type Operation, operation, season, text } from '../operation.ts'
import { count } from '../shapes/count.ts'
import { seasonShortlists } from '../shapes/shortlists.ts'

/** What comes before a run where mentees choose. */
export const shortlists: readonly Operation[] = [
  operation({
    action: 'match.makeShortlists',
    stage: 'match',
    verb: 'make-shortlists',
    about: 'Make the shortlists that mentees choose from; nobody hears of them yet',
    options: [],
    shows: false,
    result: z
      .strictObject({
        lists: z.string().describe('their id, to be sent as they were seen'),
        mentees: count,
        offers: count,
      })
      .meta({ title: 'ShortlistsMade' }),
    run: (ctx, given) => makeShortlists(ctx, season(given)),
  }),
  operation({
    action: 'match.seeShortlists',
    stage: 'match',
    verb: 'shortlists',
    about: 'Show who stands on whose shortlist, and who has chosen',
    options: [],
    shows: true,
    result: seasonShortlists,
    run: (ctx, given) => seeShortlists(ctx, season(given)),
  }),
  operation({
    action: 'match.sendShortlists',
    stage: 'match',
    verb: 'send-shortlists',
    about: 'Send the shortlists to the mentees; it cannot be taken back',
    options: [
      { name: 'lists', kind: 'text', about: 'the lists that were looked at; refused where others were made since' },
    ],
    shows: false,
    result: z
      .strictObject({
        sentOn: daySchema,
        letters: count,
        before: z.string().nullable().describe('who had sent them before; null where it was done just now'),
      })
      .meta({ title: 'ShortlistsSent' }),
    run: (ctx, given) => {
      const lists = text(given, 'lists')
      return sendShortlists(ctx, { ...season(given), ...(lists === undefined ? {} : { lists }) })
    },
  }),
]
