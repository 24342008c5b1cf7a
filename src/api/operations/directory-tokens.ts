import { z } from 'zod'
import { makeDirectoryToken, revokeDirectoryToken } from '../../office/actions/directory-tokens.ts'
import { seeDirectoryTokens } from '../../office/screens/directory-tokens.ts'
import { must, type Operation, operation } from '../operation.ts'

const instant = z.string().nullable()

/** The tokens of the directory service: made and revoked by an owner at the machine or on the board. */
export const directoryTokens: readonly Operation[] = [
  operation({
    action: 'office.makeDirectoryToken',
    stage: 'office',
    verb: 'directory-token',
    about: 'Make a token for the directory service (SCIM); it is shown once',
    options: [{ name: 'name', kind: 'text', required: true, about: 'what the directory service is called' }],
    shows: false,
    noSeason: true,
    result: z
      .strictObject({ id: z.string(), token: z.string(), address: z.string() })
      .meta({ title: 'DirectoryTokenMade' }),
    run: (ctx, given) => makeDirectoryToken(ctx, { name: must(given, 'name') }),
  }),
  operation({
    action: 'office.seeDirectoryTokens',
    stage: 'office',
    verb: 'directory-tokens',
    about: 'See the tokens of the directory service and when each was last used',
    options: [],
    shows: true,
    noSeason: true,
    result: z
      .strictObject({
        tokens: z.array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            madeAt: z.string(),
            usedAt: instant,
            revokedAt: instant,
          }),
        ),
      })
      .meta({ title: 'DirectoryTokens' }),
    run: (ctx) => seeDirectoryTokens(ctx),
  }),
  operation({
    action: 'office.revokeDirectoryToken',
    stage: 'office',
    verb: 'revoke-directory-token',
    about: 'Revoke a token of the directory service',
    options: [{ name: 'token', kind: 'text', required: true, word: true, about: 'its id' }],
    shows: false,
    noSeason: true,
    result: z.strictObject({ revoked: z.boolean() }).meta({ title: 'DirectoryTokenRevoked' }),
    run: (ctx, given) => revokeDirectoryToken(ctx, { id: must(given, 'token') }),
  }),
]
