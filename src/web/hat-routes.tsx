import { z } from 'zod'
import { isDay } from '../model/day.ts'
import { HATS } from '../model/hats.ts'
import { delegateHat, giveHat, takeBackHat, takeHat } from '../office/actions/hats.ts'
import { GIVEN_HATS } from '../office/rules/hats.ts'
import { type HatsFilter, hats } from '../office/screens/hats.ts'
import { ownHats } from '../office/screens/own-hats.ts'
import { Invalid, NotFound, Refused } from '../runtime/errors.ts'
import { enteredIn, errorsOf, type FormErrors } from './owner/form-faults.ts'
import { NOTHING_ENTERED } from './owner/give-hat-form.tsx'
import { HatsPage } from './owner/hats-page.tsx'
import { OwnHatsPage } from './participant/own-hats-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const NO_ADDRESS = 'Enter an address as in name@example.com.'
const NO_DAY = 'Choose a day, as in 2026-10-31.'
const NO_HAT = 'Choose a hat.'
const MOST_PAGES = 100_000

const email = z
  .string(NO_ADDRESS)
  .trim()
  .toLowerCase()
  .max(320, NO_ADDRESS)
  .regex(/^[^@\s]+@[^@\s]+$/, NO_ADDRESS)
const day = z.string(NO_DAY).refine(isDay, NO_DAY)
const listed = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  hat: z.enum(HATS).nullable().catch(null).default(null),
  season: z.string().min(1).max(200).nullable().catch(null).default(null),
  when: z.enum(['now', 'past']).catch('now').default('now'),
  order: z.enum(['name', 'hat', 'until', 'newest']).catch('name').default('name'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1),
  latest: z.uuid().nullable().catch(null).default(null),
  was: z.string().refine(isDay).nullable().catch(null).default(null),
})
const given = z.object({
  email,
  hat: z.enum([...GIVEN_HATS, 'deputy'], NO_HAT),
  season: z.string().max(200).default(''),
  until: day.or(z.literal('')).default(''),
})
const one = z.object({ id: z.uuid() })
const lent = z.object({ id: z.uuid(), email, until: day })
const shown = z.object({ latest: z.enum(['lent', 'back']).nullable().catch(null).default(null) })

/** Who wears which hat, and the hats of one's own. */
export const hatRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/office/hats', action: 'office.seeHats', given: listed, answer: hatsPage }),
  route({
    method: 'POST',
    path: '/office/hats',
    action: 'office.giveHat',
    given,
    answer: hatGiven,
    again: (visit, fault) => giveAgain(visit, errorsOf(fault)),
  }),
  route({
    method: 'POST',
    path: '/office/hats/:id/take',
    action: 'office.takeHat',
    given: one,
    answer: hatTaken,
    again: notThere,
  }),
  route({ method: 'GET', path: '/me/hats', action: 'office.seeOwnHats', given: shown, answer: ownHatsPage }),
  route({
    method: 'POST',
    path: '/me/hats/:id/lend',
    action: 'office.delegateHat',
    given: lent,
    answer: hatLent,
    again: (visit, fault) => lendAgain(visit, errorsOf(fault)),
  }),
  route({
    method: 'POST',
    path: '/me/hats/:id/back',
    action: 'office.takeBackHat',
    given: one,
    answer: hatBack,
    again: notThere,
  }),
]

const EVERYTHING: HatsFilter = { search: '', hat: null, season: null, past: false, order: 'name', page: 1 }

async function hatsPage({ house, ctx, given: asked, page, goTo }: Visit<z.infer<typeof listed>>) {
  const { q: search, hat, season, when, order, page: number, latest, was } = asked
  const filter = { search, hat, season, past: when === 'past', order, page: number }
  const screen = await hats(ctx, filter, latest)
  // A page past the last one, after hats were taken off.
  if (screen.lines.length === 0 && number > 1) return goTo('/office/hats')
  const form = { screen, filter, today: house.today, entered: NOTHING_ENTERED, untilBefore: was }
  return page('Hats', <HatsPage {...form} />)
}

async function hatGiven(visit: Visit<z.infer<typeof given>>) {
  const { hat, season, until, email: to } = visit.given
  const named = hat === 'deputy' ? ({ hat: 'named-contact', deputy: true } as const) : { hat }
  try {
    const { hatId } = await giveHat(visit.ctx, {
      ...named,
      email: to,
      season: season || undefined,
      until: until || undefined,
    })
    return visit.goTo(hatId ? `/office/hats?latest=${hatId}` : '/office/hats')
  } catch (error) {
    if (error instanceof Refused) return giveAgain(visit, { [FIELD_OF[error.code] ?? 'hat']: error.message })
    if (error instanceof Invalid) return giveAgain(visit, errorsOf(error))
    throw error
  }
}

/** Where on the form the answer to a refusal is given; what is not here belongs to the hat. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'hat-of-the-whole-organisation': 'season',
  'hat-ends-before-it-begins': 'until',
  'lent-too-long': 'until',
  'hat-already-worn': 'email',
  'lent-to-oneself': 'email',
}

async function giveAgain({ house, ctx, fields, page }: Visit<unknown>, errors: FormErrors) {
  const text = enteredIn(fields)
  const screen = await hats(ctx, EVERYTHING, null)
  const entered = { email: text('email'), hat: text('hat'), season: text('season'), until: text('until'), errors }
  const form = { screen, filter: EVERYTHING, today: house.today, entered, untilBefore: null }
  return page('Error: the hat was not given', <HatsPage {...form} />, 422)
}

async function hatTaken({ ctx, given: { id }, goTo }: Visit<z.infer<typeof one>>) {
  const { untilBefore } = await takeHat(ctx, { hatId: id })
  return goTo(`/office/hats?latest=${id}${untilBefore ? `&was=${untilBefore}` : ''}`)
}

async function ownHatsPage({ ctx, house, given: { latest }, page }: Visit<z.infer<typeof shown>>) {
  return page(
    'Your hats',
    <OwnHatsPage screen={await ownHats(ctx)} today={house.today} latest={latest} lending={null} />,
  )
}

async function hatLent(visit: Visit<z.infer<typeof lent>>) {
  const { id, email: to, until } = visit.given
  try {
    await delegateHat(visit.ctx, { hatId: id, email: to, until })
    return visit.goTo('/me/hats?latest=lent')
  } catch (error) {
    if (error instanceof Refused) return lendAgain(visit, { [FIELD_OF[error.code] ?? 'email']: error.message })
    if (error instanceof Invalid) return lendAgain(visit, errorsOf(error))
    throw error
  }
}

async function lendAgain({ ctx, house, fields, page }: Visit<unknown>, errors: FormErrors) {
  const text = enteredIn(fields)
  const lending = { hatId: text('id'), email: text('email'), until: text('until'), errors }
  const again = <OwnHatsPage screen={await ownHats(ctx)} today={house.today} latest={null} lending={lending} />
  return page('Error: the hat was not lent', again, 422)
}

async function hatBack({ ctx, given: { id }, goTo }: Visit<z.infer<typeof one>>) {
  await takeBackHat(ctx, { hatId: id })
  return goTo('/me/hats?latest=back')
}

function notThere(): never {
  throw new NotFound('no such hat')
}
