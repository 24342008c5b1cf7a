import { z } from 'zod'
import {
  type MadeDirectoryToken,
  makeDirectoryToken,
  revokeDirectoryToken,
} from '../office/actions/directory-tokens.ts'
import { makeToken, revokeToken } from '../office/actions/tokens.ts'
import { seeDirectoryTokens } from '../office/screens/directory-tokens.ts'
import { ownTokens } from '../office/screens/own-tokens.ts'
import { NotFound } from '../runtime/errors.ts'
import { DirectoryTokensPage } from './owner/directory-tokens-page.tsx'
import { enteredIn, errorsOf, type FormErrors } from './owner/form-faults.ts'
import { OwnTokensPage } from './participant/own-tokens-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const NO_NAME = 'Name the directory service, for example Entra ID.'
const seen = z.object({ revoked: z.enum(['yes']).nullable().catch(null).default(null) })
const lasting = z.object({ days: z.enum(['30', '90', '365']).default('365').transform(Number) })
const one = z.object({ id: z.uuid() })
const named = z.object({
  name: z.string(NO_NAME).trim().min(1, NO_NAME).max(100, 'Shorten the name to 100 characters.'),
})

/** Tokens: one's own for the API, and those of the directory service. */
export const tokenRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/me/tokens', action: 'office.seeTokens', given: seen, answer: ownTokensPage }),
  route({ method: 'POST', path: '/me/tokens', action: 'office.makeToken', given: lasting, answer: tokenMade }),
  route({
    method: 'POST',
    path: '/me/tokens/:id/revoke',
    action: 'office.revokeToken',
    given: one,
    answer: tokenRevoked,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/office/directory',
    action: 'office.seeDirectoryTokens',
    given: seen,
    answer: (visit) => showDirectory(visit, { revoked: visit.given.revoked !== null }),
  }),
  route({
    method: 'POST',
    path: '/office/directory',
    action: 'office.makeDirectoryToken',
    given: named,
    answer: async (visit) => showDirectory(visit, { made: await makeDirectoryToken(visit.ctx, visit.given) }),
    again: (visit, fault) => showDirectory(visit, { errors: errorsOf(fault) }),
  }),
  route({
    method: 'POST',
    path: '/office/directory/:id/revoke',
    action: 'office.revokeDirectoryToken',
    given: one,
    answer: directoryTokenRevoked,
    again: notThere,
  }),
]

async function ownTokensPage({ ctx, given, page }: Visit<z.infer<typeof seen>>) {
  const screen = await ownTokens(ctx)
  return page('Your tokens', <OwnTokensPage screen={screen} made={null} revoked={given.revoked !== null} />)
}

/** The answer itself shows the secret: a page to go to would have to be told it in its address. */
async function tokenMade({ ctx, given, page }: Visit<z.infer<typeof lasting>>) {
  const { token } = await makeToken(ctx, given)
  return page('Your new token', <OwnTokensPage screen={await ownTokens(ctx)} made={token} revoked={false} />)
}

async function tokenRevoked({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await revokeToken(ctx, given)
  return goTo('/me/tokens?revoked=yes')
}

type Shown = { readonly made?: MadeDirectoryToken; readonly revoked?: boolean; readonly errors?: FormErrors }

async function showDirectory({ ctx, fields, page }: Visit<unknown>, { made, revoked, errors }: Shown) {
  const { tokens } = await seeDirectoryTokens(ctx)
  const entered = { name: errors ? enteredIn(fields)('name') : '', errors: errors ?? {} }
  return page(
    errors ? 'Error: Directory service' : 'Directory service',
    <DirectoryTokensPage
      tokens={tokens}
      address={`${ctx.publicUrl}/scim/v2`}
      made={made ?? null}
      revoked={revoked === true}
      entered={entered}
    />,
    errors ? 422 : 200,
  )
}

async function directoryTokenRevoked({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await revokeDirectoryToken(ctx, given)
  return goTo('/office/directory?revoked=yes')
}

function notThere(): never {
  throw new NotFound('no such token')
}
