import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { count } from './count.ts'
import { named } from './match-board.ts'

/** Who may choose from whom. */
export const seasonShortlists = z
  .strictObject({
    season: z.string(),
    seasonName: z.string(),
    choosing: z
      .enum(['none', 'to-send', 'missed', 'open', 'over'])
      .describe('no shortlists in this season; to be sent; the day came first; mentees choose; choices count'),
    size: z.int().nullable(),
    chooseBy: daySchema.nullable(),
    announcedOn: daySchema,
    letter: z.strictObject({ subject: z.string(), body: z.string() }).nullable().describe('null once they are sent'),
    lists: z
      .strictObject({
        id: z.string(),
        madeBy: z.string().nullable(),
        madeOn: daySchema,
        sentBy: z.string().nullable(),
        sentOn: daySchema.nullable(),
      })
      .nullable(),
    mentees: z.array(
      z.strictObject({
        mentee: named,
        mentors: z.array(z.strictObject({ mentor: named, isIn: z.boolean().describe('whether they still take part') })),
        hasChosen: z.boolean().describe('whom they chose is theirs'),
      }),
    ),
    offers: z.array(z.strictObject({ mentor: named, places: count, lists: count })),
    without: z.array(named).describe('mentees of the pool who have no list'),
    asked: count,
    chose: count,
    locked: count.describe('lines about oneself, which another coordinator handles'),
  })
  .meta({ title: 'SeasonShortlists' })
