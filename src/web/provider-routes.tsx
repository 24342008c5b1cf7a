import type { Context as Http } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { goToProvider, signInByProvider } from '../people/actions/sign-in-by-provider.ts'
import { deviceInWords } from '../people/rules/device.ts'
import { localPath } from '../people/rules/local-path.ts'
import { CHALLENGE_MINUTES } from '../people/rules/passkeys.ts'
import { NotFound } from '../runtime/errors.ts'
import type { House } from '../runtime/open-context.ts'
import { openOutbound } from '../runtime/outbound.ts'
import { clientAddress } from './client-address.ts'
import { firstPlace } from './first-place.ts'
import { NotSignedInPage } from './public/not-signed-in-page.tsx'
import { ToProviderPage } from './public/to-provider-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { giveSignIn } from './visitor.ts'

const numbered = z.object({ number: z.coerce.number().int().min(1).max(1_000_000) })
const led = numbered.extend({ next: z.string().optional().transform(localPath) })

/** There and back: the way to an identity provider, and its answer. */
export const providerRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/sign-in/with/:number',
    action: 'people.signIn',
    given: led,
    answer: go,
    again: noSuchProvider,
  }),
  route({
    method: 'GET',
    path: '/sign-in/from/:number',
    action: 'people.signIn',
    given: numbered,
    answer: back,
    again: noSuchProvider,
  }),
]

async function go({ http, house, ctx, given, page }: Visit<z.infer<typeof led>>) {
  const input = { number: given.number, goesTo: given.next ?? '/', clientAddress: clientAddress(http) }
  const { name, url, secret } = await goToProvider(ctx, openOutbound(house.config.privateOutbound), input)
  keep(http, house, secret)
  http.header('refresh', `0; url=${url}`)
  return page(`On the way to ${name}`, <ToProviderPage name={name} url={url} />)
}

/** Only the browser that set out holds the secret: nobody can be signed in by a link that somebody else made. */
async function back({ http, house, ctx, given, page, goTo }: Visit<z.infer<typeof numbered>>) {
  const secret = getCookie(http, nameOf(house)) ?? ''
  keep(http, house, null)
  // The address as the provider was told it, whatever a proxy has made of it.
  const url = new URL(`${ctx.publicUrl}/sign-in/from/${given.number}${new URL(http.req.url).search}`)
  const device = deviceInWords(http.req.header('user-agent'))
  const input = { number: given.number, url, secret, device }
  const cameIn = await signInByProvider(ctx, openOutbound(house.config.privateOutbound), input)
  if (!cameIn) return page('Not signed in', <NotSignedInPage />, 409)
  giveSignIn(http, house, cameIn.secret)
  return goTo(await firstPlace(house, cameIn.secret, localPath(cameIn.goesTo)))
}

function nameOf({ config }: House): string {
  return config.publicUrl.startsWith('https:') ? '__Host-alongside-way' : 'alongside-way'
}

/** Lax, so that it comes along when the provider leads back here; null takes it away. */
function keep(http: Http, house: House, secret: string | null): void {
  setCookie(http, nameOf(house), secret ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: house.config.publicUrl.startsWith('https:'),
    maxAge: secret === null ? 0 : CHALLENGE_MINUTES * 60,
  })
}

function noSuchProvider(): never {
  throw new NotFound('There is no such identity provider.')
}
