import { z } from 'zod'
import { takeBounce } from '../../office/actions/take-bounce.ts'
import { type Operation, operation } from '../operation.ts'

export const mail: readonly Operation[] = [
  operation({
    action: 'office.takeBounce',
    stage: 'mail',
    verb: 'bounce',
    about: 'Take the report of a mail server that a letter did not arrive; - reads it from the input',
    file: 'message',
    options: [],
    shows: false,
    noSeason: true,
    result: z
      .strictObject({
        returned: z.int().describe('letters that their mailbox will never take'),
        noted: z.int().describe('letters that are late, or may be taken another time'),
        unknown: z.int().describe('addresses to which no such letter was sent'),
      })
      .meta({ title: 'BounceTaken' }),
    run: (ctx, given) => takeBounce(ctx, { message: given.text }),
  }),
]
