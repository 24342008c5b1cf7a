import { z } from 'zod'
import { sendAtOnce } from '../jobs/at-once.ts'
import { askForLink } from '../people/actions/ask-for-link.ts'
import { endOtherSignIns, endSignIn, signOut } from '../people/actions/end-sign-ins.ts'
import { signInByLink } from '../people/actions/sign-in-by-link.ts'
import { deviceInWords } from '../people/rules/device.ts'
import { localPath } from '../people/rules/local-path.ts'
import { LINK_MINUTES } from '../people/rules/sign-in.ts'
import { mySignIns, SIGN_INS_PER_PAGE } from '../people/screens/my-sign-ins.ts'
import { linkToSignIn } from '../people/screens/sign-in-link.ts'
import { type Invalid, NotFound } from '../runtime/errors.ts'
import { clientAddress } from './client-address.ts'
import { firstPlace } from './first-place.ts'
import { LinkOverPage, SignInConfirmPage } from './participant/sign-in-confirm-page.tsx'
import { SignInPage } from './participant/sign-in-page.tsx'
import { SignInSentPage } from './participant/sign-in-sent-page.tsx'
import { SignInsPage } from './participant/sign-ins-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { waysIn } from './sign-in-sections.tsx'
import { giveSignIn, takeSignIn } from './visitor.ts'

const next = z.unknown().optional().transform(localPath)
const led = z.object({ next })
const ADDRESS = /^[^@\s]+@[^@\s]+$/
const NO_ADDRESS = 'Enter your address as in name@example.com.'
const asked = led.extend({
  email: z.string(NO_ADDRESS).trim().toLowerCase().max(320, NO_ADDRESS).regex(ADDRESS, NO_ADDRESS),
})
const tokened = z.object({ token: z.string().max(200).catch('') })
const linked = z.object({ link: z.string().max(200).catch('') })
const one = z.object({ id: z.uuid() })
const listed = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  ended: z.enum(['one', 'others']).nullable().catch(null).default(null),
})

/** Coming in by a letter, going out, and one's own sign-ins. */
export const signInRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/sign-in', action: 'people.askForLink', given: led, answer: signInPage }),
  route({ method: 'POST', path: '/sign-in', action: 'people.askForLink', given: asked, answer: ask, again: askAgain }),
  route({ method: 'GET', path: '/sign-in/confirm', action: 'people.signIn', given: tokened, answer: confirmPage }),
  route({ method: 'POST', path: '/sign-in/confirm', action: 'people.signIn', given: linked, answer: confirm }),
  route({ method: 'POST', path: '/sign-out', action: 'people.signOut', given: null, answer: out }),
  route({ method: 'GET', path: '/me/sign-ins', action: 'people.seeSignIns', given: listed, answer: signInsPage }),
  route({
    method: 'POST',
    path: '/me/sign-ins/:id/end',
    action: 'people.endSignIn',
    given: one,
    answer: endOne,
    again: () => {
      throw new NotFound('no such sign-in')
    },
  }),
  route({
    method: 'POST',
    path: '/me/sign-ins/end-others',
    action: 'people.endSignIn',
    given: null,
    answer: endOthers,
  }),
]

async function signInPage(visit: Visit<z.infer<typeof led>>) {
  const { ctx, given, goTo } = visit
  if (ctx.actor.kind === 'person') return goTo(given.next ?? '/')
  return showSignIn(visit, given.next, null)
}

async function showSignIn(visit: Visit<unknown>, wanted: string | null, error: string | null) {
  const fault = error === null ? null : { fieldId: 'email', text: error }
  const sections = await waysIn({ visit, next: wanted, fault })
  const organisation = visit.house.organisation.name
  return visit.page(
    error === null ? 'Sign in' : 'Error: Sign in',
    <SignInPage organisation={organisation} isLed={wanted !== null} error={error}>
      {sections}
    </SignInPage>,
    error === null ? 200 : 422,
  )
}

/** The letter leaves beside the answer: how long a mail server takes says nothing about an address. */
async function ask({ http, house, ctx, given, isDemo, page }: Visit<z.infer<typeof asked>>) {
  const goesTo = given.next ?? '/'
  const { letterId } = await askForLink(ctx, { email: given.email, goesTo, clientAddress: clientAddress(http) })
  if (letterId) sendAtOnce(house, letterId)
  const sent = <SignInSentPage email={given.email} minutes={LINK_MINUTES} next={given.next} isDemo={isDemo} />
  return page('Look into your mailbox', sent)
}

function askAgain(visit: Visit<unknown>, fault: Invalid) {
  return showSignIn(visit, localPath(visit.fields.next), fault.fields[0]?.message ?? fault.message)
}

async function confirmPage({ ctx, given, page }: Visit<z.infer<typeof tokened>>) {
  const found = await linkToSignIn(ctx, { secret: given.token })
  if (!found) return page('This link does not open any more', <LinkOverPage minutes={LINK_MINUTES} />, 404)
  return page('Sign in', <SignInConfirmPage name={found.name} secret={given.token} />)
}

async function confirm({ http, house, ctx, given, page, goTo }: Visit<z.infer<typeof linked>>) {
  const device = deviceInWords(http.req.header('user-agent'))
  const cameIn = await signInByLink(ctx, { secret: given.link, device })
  if (!cameIn) return page('This link does not open any more', <LinkOverPage minutes={LINK_MINUTES} />, 404)
  giveSignIn(http, house, cameIn.secret)
  return goTo(await firstPlace(house, cameIn.secret, localPath(cameIn.goesTo)))
}

async function out({ http, house, ctx, goTo }: Visit) {
  await signOut(ctx)
  takeSignIn(http, house)
  return goTo('/')
}

async function signInsPage({ ctx, given, page }: Visit<z.infer<typeof listed>>) {
  const shown = await mySignIns(ctx, given)
  return page(
    'Where you are signed in',
    <SignInsPage {...shown} page={given.page} perPage={SIGN_INS_PER_PAGE} ended={given.ended} />,
  )
}

async function endOne({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await endSignIn(ctx, given)
  return goTo('/me/sign-ins?ended=one')
}

async function endOthers({ ctx, goTo }: Visit) {
  await endOtherSignIns(ctx)
  return goTo('/me/sign-ins?ended=others')
}
