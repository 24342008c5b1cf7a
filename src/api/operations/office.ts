import { z } from 'zod'
import { makeToken } from '../../office/actions.ts'
import { type Operation, operation } from '../operation.ts'

export const office: readonly Operation[] = [
  operation({
    action: 'office.makeToken',
    stage: 'office',
    verb: 'token',
    about: 'Make a token for the API; it is shown once',
    options: [],
    shows: false,
    noSeason: true,
    result: z.strictObject({ token: z.string() }).meta({ title: 'Token' }),
    run: (ctx) => makeToken(ctx),
  }),
]
