import { z } from 'zod'
import { FIRST_LINK_HOURS } from '../office/actions/first-owner-link.ts'
import { setUpByLink } from '../office/actions/set-up.ts'
import { opensFirstPage } from '../office/screens/first-owner-link.ts'
import { deviceInWords } from '../people/rules/device.ts'
import { type Invalid, NotFound } from '../runtime/errors.ts'
import { openHouse } from '../runtime/open-context.ts'
import { privacyContactOrNone } from './privacy-contact.ts'
import { type FirstEntered, FirstLinkOverPage, FirstPage } from './public/first-page.tsx'
import { type EarlyVisit, type Route, route, type Visit } from './route.ts'
import { giveSignIn } from './visitor.ts'

const NO_ADDRESS = 'Enter your address as in name@example.com.'
const tokened = z.object({ token: z.string().max(200).catch('') })
const line = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most, 'Shorten it.')
const founding = z.object({
  link: z.string().max(200).catch(''),
  organisation: line(200, 'Enter the name of your organisation.'),
  name: line(200, 'Enter your name.'),
  email: z
    .string(NO_ADDRESS)
    .trim()
    .toLowerCase()
    .max(320, NO_ADDRESS)
    .regex(/^[^@\s]+@[^@\s]+$/, NO_ADDRESS),
  privacyContact: privacyContactOrNone,
  onePerson: z
    .string()
    .optional()
    .transform((it) => it === 'yes'),
})
const EMPTY: FirstEntered = { organisation: '', name: '', email: '', privacyContact: '', onePerson: false }

/** The door of the first start: there only until an organisation is founded, and only with its link. */
export const firstRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/first',
    action: 'office.setUp',
    given: tokened,
    answer: notAnyMore,
    beforeFounding: { answer: firstPage },
  }),
  route({
    method: 'POST',
    path: '/first',
    action: 'office.setUp',
    given: founding,
    answer: notAnyMore,
    again: notAnyMore,
    beforeFounding: { answer: found, again: foundAgain },
  }),
]

function notAnyMore(_visit: Visit<unknown>): never {
  throw new NotFound('the organisation is founded')
}

async function firstPage({ installation, given, page }: EarlyVisit<z.infer<typeof tokened>>) {
  if (!(await opensFirstPage(installation, given.token))) return over(page)
  return page('Set up', <FirstPage secret={given.token} entered={EMPTY} errors={[]} />)
}

async function found({ http, installation, given, page, goTo }: EarlyVisit<z.infer<typeof founding>>) {
  const { link, email, privacyContact, ...rest } = given
  const founded = await setUpByLink(installation, {
    ...rest,
    operator: email,
    privacyContact: privacyContact || email,
    secret: link,
    device: deviceInWords(http.req.header('user-agent')),
  })
  const house = founded && (await openHouse(installation))
  if (!house) return over(page)
  giveSignIn(http, house, founded.secret)
  return goTo('/me/second-step?next=%2Foffice')
}

/** Only the holder of the link is told what is wrong with what they entered. */
async function foundAgain({ installation, fields, page }: EarlyVisit, fault: Invalid) {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  if (!(await opensFirstPage(installation, text('link')))) return over(page)
  const entered = {
    organisation: text('organisation'),
    name: text('name'),
    email: text('email'),
    privacyContact: text('privacyContact'),
    onePerson: text('onePerson') === 'yes',
  }
  const errors = fault.fields.map((it) => ({ fieldId: it.place, text: it.message }))
  return page('Error: Set up', <FirstPage secret={text('link')} entered={entered} errors={errors} />, 422)
}

function over(page: Visit['page']) {
  return page('This link does not open any more', <FirstLinkOverPage hours={FIRST_LINK_HOURS} />, 404)
}
