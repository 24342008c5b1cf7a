import { z } from 'zod'
import { readDrafts, releaseDecisions } from '../../journey/announce/actions.ts'
import { type Operation, operation, season } from '../operation.ts'
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
]
