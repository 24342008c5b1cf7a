import { z } from 'zod'
import { endIssuer, setIssuer, testIssuer } from '../office/actions/issuers.ts'
import { seeIssuers } from '../office/screens/issuers.ts'
import { type Invalid, NotFound } from '../runtime/errors.ts'
import { openOutbound } from '../runtime/outbound.ts'
import type { IssuerEntered } from './owner/add-issuer.tsx'
import { EndIssuerPage } from './owner/end-issuer-page.tsx'
import { IssuersPage } from './owner/issuers-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const ACTION = 'office.setIssuer'
const HERE = '/office/sign-in'
const SAYS: Readonly<Record<string, string>> = {
  name: 'Enter a name of at most 60 letters.',
  url: 'Enter the address of the issuer, of at most 500 letters.',
  clientId: 'Enter the client id your provider has given, of at most 200 letters.',
}
const words = (most: number) => z.string().trim().min(1).max(most)
const numbered = z.object({ number: z.coerce.number().int().min(1).max(1_000_000) })
const entered = numbered.extend({
  name: words(60),
  url: words(500),
  clientId: words(200),
  clientSecret: z.string().max(500).default(''),
  countsAsStep: z
    .string()
    .optional()
    .transform((it) => it === 'yes'),
})
const NOTHING: IssuerEntered = { name: '', url: '', clientId: '', countsAsStep: false }

/** The owner's page of identity providers. */
export const issuerRoutes: readonly Route[] = [
  route({ method: 'GET', path: HERE, action: ACTION, given: null, answer: (visit) => show(visit, NOTHING, []) }),
  route({ method: 'POST', path: HERE, action: ACTION, given: entered, answer: add, again: addAgain }),
  route({
    method: 'POST',
    path: `${HERE}/:number/test`,
    action: ACTION,
    given: numbered,
    answer: test,
    again: noSuchIssuer,
  }),
  route({
    method: 'GET',
    path: `${HERE}/:number/end`,
    action: ACTION,
    given: numbered,
    answer: endPage,
    again: noSuchIssuer,
  }),
  route({
    method: 'POST',
    path: `${HERE}/:number/end`,
    action: ACTION,
    given: numbered,
    answer: end,
    again: noSuchIssuer,
  }),
]

type Errors = readonly { readonly fieldId: string; readonly text: string }[]
type Tested = { readonly name: string; readonly problem: string | null } | null

async function show(visit: Visit<unknown>, kept: IssuerEntered, errors: Errors, tested: Tested = null) {
  const shown = await seeIssuers(visit.ctx)
  const title = errors.length > 0 ? 'Error: How people sign in' : 'How people sign in'
  const content = <IssuersPage {...shown} entered={kept} errors={errors} tested={tested} />
  return visit.page(title, content, errors.length > 0 ? 422 : 200)
}

async function add({ house, ctx, given, goTo }: Visit<z.infer<typeof entered>>) {
  await setIssuer(ctx, openOutbound(house.config.privateOutbound), given)
  return goTo(HERE)
}

/** Everything that was entered comes back, but the secret: it goes into no page. */
function addAgain(visit: Visit<unknown>, fault: Invalid) {
  const { name, url, clientId, countsAsStep } = visit.fields
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const kept = { name: text(name), url: text(url), clientId: text(clientId), countsAsStep: countsAsStep === 'yes' }
  const errors = fault.fields.map(({ place, message, remedy }) => ({
    fieldId: place,
    text: remedy ? `${LABELS[place] ?? 'It'} ${message} ${remedy}` : (SAYS[place] ?? message),
  }))
  return show(visit, kept, errors)
}

const LABELS: Readonly<Record<string, string>> = { url: 'The issuer', number: 'The address to come back to' }

async function test(visit: Visit<z.infer<typeof numbered>>) {
  const { house, ctx, given } = visit
  const tested = await testIssuer(ctx, openOutbound(house.config.privateOutbound), given)
  return show(visit, NOTHING, [], tested)
}

async function endPage({ ctx, given, page }: Visit<z.infer<typeof numbered>>) {
  const issuer = (await seeIssuers(ctx)).issuers.find((it) => it.number === given.number)
  return issuer ? page('End a provider', <EndIssuerPage issuer={issuer} />) : noSuchIssuer()
}

async function end({ ctx, given, goTo }: Visit<z.infer<typeof numbered>>) {
  await endIssuer(ctx, given)
  return goTo(HERE)
}

function noSuchIssuer(): never {
  throw new NotFound('There is no such identity provider.')
}
