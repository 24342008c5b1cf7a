import type { Context as Http } from 'hono'
import { z } from 'zod'
import {
  askPasskeyForStep,
  askPasskeyToSignIn,
  signInByPasskey,
  takeStepByPasskey,
} from '../people/actions/passkey-use.ts'
import { addPasskey, askForPasskey, removePasskey, renamePasskey } from '../people/actions/passkeys.ts'
import { deviceInWords } from '../people/rules/device.ts'
import { localPath } from '../people/rules/local-path.ts'
import { seePasskey } from '../people/screens/passkeys.ts'
import { NotFound, Refused } from '../runtime/errors.ts'
import { clientAddress } from './client-address.ts'
import { firstPlace } from './first-place.ts'
import { RemovePasskeyPage } from './participant/remove-passkey-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { giveSignIn } from './visitor.ts'

const LARGEST_ANSWER = 20_000
const one = z.object({ id: z.uuid() })
const named = one.extend({ name: z.string().max(200) })
const next = z.string().optional().transform(localPath)
const answered = z.object({
  secret: z.string().max(100),
  answer: z.string().max(LARGEST_ANSWER).transform(fromJson),
  next,
})
const made = answered.extend({ name: z.string().max(200).default('') })

/** Passkeys: made, renamed and removed by whoever is signed in, used for the second step, and to come in. */
export const passkeyRoutes: readonly Route[] = [
  route({ method: 'POST', path: '/me/passkeys/ask', action: 'people.addSecondStep', given: null, answer: asked }),
  route({ method: 'POST', path: '/me/passkeys', action: 'people.addSecondStep', given: made, answer: added }),
  route({ method: 'POST', path: '/me/passkeys/:id', action: 'people.addSecondStep', given: named, answer: renamed }),
  route({
    method: 'GET',
    path: '/me/passkeys/:id/remove',
    action: 'people.seeSignIns',
    given: one,
    answer: removePage,
    again: noSuchPasskey,
  }),
  route({
    method: 'POST',
    path: '/me/passkeys/:id/remove',
    action: 'people.removeSecondStep',
    given: one,
    answer: removed,
    again: noSuchPasskey,
  }),
  route({
    method: 'POST',
    path: '/sign-in/step/passkey/ask',
    action: 'people.takeSecondStep',
    given: null,
    answer: (visit) => inJson(visit.http, () => askPasskeyForStep(visit.ctx)),
  }),
  route({
    method: 'POST',
    path: '/sign-in/step/passkey',
    action: 'people.takeSecondStep',
    given: answered,
    answer: stepped,
  }),
  route({
    method: 'POST',
    path: '/sign-in/passkey/ask',
    action: 'people.signIn',
    given: null,
    answer: (visit) => inJson(visit.http, () => askPasskeyToSignIn(visit.ctx, { client: clientAddress(visit.http) })),
  }),
  route({ method: 'POST', path: '/sign-in/passkey', action: 'people.signIn', given: answered, answer: signedIn }),
]

function asked({ http, ctx }: Visit) {
  return inJson(http, () => askForPasskey(ctx))
}

async function added({ http, house, ctx, given, goTo }: Visit<z.infer<typeof made>>) {
  const { signIn } = await addPasskey(ctx, { ...given, device: deviceOf(http) })
  if (signIn) giveSignIn(http, house, signIn)
  return goTo(given.next === null ? '/me/second-step' : `/me/second-step?next=${encodeURIComponent(given.next)}`)
}

async function renamed({ ctx, given, goTo }: Visit<z.infer<typeof named>>) {
  await renamePasskey(ctx, given)
  return goTo('/me/second-step')
}

async function removePage({ ctx, given, page }: Visit<z.infer<typeof one>>) {
  return page('Remove a passkey', <RemovePasskeyPage passkey={await seePasskey(ctx, given)} />)
}

async function removed({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await removePasskey(ctx, given)
  return goTo('/me/second-step')
}

async function stepped({ http, house, ctx, given, goTo }: Visit<z.infer<typeof answered>>) {
  const signIn = await takeStepByPasskey(ctx, given)
  if (signIn) giveSignIn(http, house, signIn)
  return goTo(given.next ?? '/')
}

async function signedIn({ http, house, ctx, given, goTo }: Visit<z.infer<typeof answered>>) {
  const secret = await signInByPasskey(ctx, { ...given, device: deviceOf(http) })
  giveSignIn(http, house, secret)
  return goTo(await firstPlace(house, secret, given.next))
}

/** What the script on the page is told; it shows a refusal beside its button. */
async function inJson(http: Http, ask: () => Promise<object>): Promise<Response> {
  http.header('cache-control', 'no-store')
  try {
    return http.json(await ask())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return http.json({ says: error.message }, error.code === 'too-many-tries' ? 429 : 409)
  }
}

function deviceOf(http: Http): string {
  return deviceInWords(http.req.header('user-agent'))
}

/** What is no JSON is no answer of a passkey; the action says so as it does of every answer that does not fit. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function noSuchPasskey(): never {
  throw new NotFound('There is no such passkey.')
}
