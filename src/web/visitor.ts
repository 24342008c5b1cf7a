import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context as Http } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { LONGEST_DAYS } from '../model/sign-in.ts'
import type { Context } from '../runtime/context.ts'
import { asAnybody, asPerson, type House } from '../runtime/open-context.ts'

/** The secret of a sign-in, as the browser holds it. Over https the name binds the cookie to this very host. */
export function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-alongside' : 'alongside'
}

const DAY_SECONDS = 86_400
const JUST_GIVEN = 'alongside-just-given'

/** From here on the answer is one to this sign-in: its forms carry the token of the new secret. */
export function giveSignIn(http: Http, house: House, secret: string): void {
  http.set(JUST_GIVEN, secret)
  const secure = house.config.publicUrl.startsWith('https:')
  setCookie(http, cookieName(house.config.publicUrl), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: LONGEST_DAYS * DAY_SECONDS,
  })
}

export function takeSignIn(http: Http, house: House): void {
  const secure = house.config.publicUrl.startsWith('https:')
  setCookie(http, cookieName(house.config.publicUrl), '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: 0,
  })
}

export function secretOf(http: Http, house: House): string | null {
  const given: unknown = http.get(JUST_GIVEN)
  return typeof given === 'string' ? given : getCookie(http, cookieName(house.config.publicUrl)) || null
}

/** Who is at the door: the person of a sign-in that is still good, or anybody. */
export async function whoIs(http: Http, house: House): Promise<Context> {
  const secret = secretOf(http, house)
  return (secret ? await asPerson(house, secret) : null) ?? asAnybody(house)
}

/** What every form of a sign-in carries: only a page that this browser was given can know it. */
export function formTokenOf(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url')
}

export function isFormToken(given: unknown, secret: string): boolean {
  const expected = Buffer.from(formTokenOf(secret))
  const found = Buffer.from(typeof given === 'string' ? given : '')
  return found.length === expected.length && timingSafeEqual(found, expected)
}
