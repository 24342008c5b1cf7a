import { makeToken } from '../../office/actions.ts'
import type { Operation } from '../operation.ts'

export const office: readonly Operation[] = [
  {
    action: 'office.makeToken',
    stage: 'office',
    verb: 'token',
    about: 'Make a token for the API; it is shown once',
    options: [],
    shows: false,
    noSeason: true,
    run: (ctx) => makeToken(ctx),
  },
]
