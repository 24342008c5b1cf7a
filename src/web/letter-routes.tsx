import { z } from 'zod'
import { SWITCHES } from '../model/letter-kinds.ts'
import { chooseLetters, turnOffByLink } from '../people/actions/choose-letters.ts'
import { type MyLetters, myLetter, myLetters, readOffPage } from '../people/screens/my-letters.ts'
import type { Invalid } from '../runtime/errors.ts'
import type { ChoiceForm } from './participant/me/letter-choices-section.tsx'
import { LetterPage } from './participant/me/letter-page.tsx'
import { LettersAreOffPage, LettersOffOverPage, LettersOffPage } from './participant/me/letters-off-page.tsx'
import { LettersPage } from './participant/me/letters-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const paged = z.object({ page, done: z.literal('chosen').nullable().catch(null).default(null) })
const one = z.object({ id: z.uuid() })
/** A box that is not ticked is not sent, one that is comes alone. */
const several = <Of extends z.ZodType>(of: Of) =>
  z.preprocess((it) => (it === undefined ? [] : Array.isArray(it) ? it : [it]), z.array(of).max(20))
const chosen = z.object({
  email: several(z.enum(SWITCHES)),
  quiet: several(z.coerce.number().int().min(1).max(7)),
})
const linked = z.object({ link: z.string().max(300).catch('') })
const SEE = 'people.seeMyLetters'
const OFF = 'people.turnOffByLink'
export const OFF_PATH = '/letters/off'

/** Every letter to a person, here too, and which of them come by e-mail: whoever has no e-mail at hand misses nothing. */
export const letterRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/me/letters', action: SEE, given: paged, answer: letters }),
  route({
    method: 'POST',
    path: '/me/letters',
    action: 'people.chooseLetters',
    given: chosen,
    answer: choose,
    again: chooseAgain,
  }),
  route({ method: 'GET', path: '/me/letters/:id', action: SEE, given: one, answer: letter, again: notThere }),
  route({ method: 'GET', path: OFF_PATH, action: OFF, given: linked, answer: off }),
  route({ method: 'POST', path: OFF_PATH, action: OFF, given: linked, answer: turnOff }),
]

async function letters(visit: Visit<z.infer<typeof paged>>) {
  const { ctx, given } = visit
  const found = await myLetters(ctx, given)
  return lettersPage(visit, found, given, formOf(found))
}

function lettersPage(
  { house, page: show }: Visit<unknown>,
  found: MyLetters,
  at: z.infer<typeof paged>,
  choice: ChoiceForm,
) {
  const contact = house.organisation.privacyContact
  const content = <LettersPage {...found} page={at.page} done={at.done !== null} form={choice} contact={contact} />
  return show(choice.error ? 'Error: not kept' : 'Letters to you', content, choice.error ? 422 : 200)
}

function formOf({ choice }: MyLetters): ChoiceForm {
  const byEmail = SWITCHES.filter((it) => !choice.pageOnly.includes(it))
  return { byEmail, quiet: choice.quietDays.map(String) }
}

async function choose({ ctx, given, goTo }: Visit<z.infer<typeof chosen>>) {
  const pageOnly = SWITCHES.filter((it) => !given.email.includes(it))
  await chooseLetters(ctx, { pageOnly, quietDays: [...new Set(given.quiet)].sort() })
  return goTo('/me/letters?done=chosen')
}

async function chooseAgain(visit: Visit<unknown>, fault: Invalid) {
  const texts = (it: unknown) => (it === undefined ? [] : [it].flat().map(String))
  const { email, quiet } = visit.fields
  const form = { byEmail: texts(email), quiet: texts(quiet), error: fault.fields[0]?.message ?? fault.message }
  return lettersPage(visit, await myLetters(visit.ctx, { page: 1 }), { page: 1, done: null }, form)
}

async function letter({ ctx, given, page: show }: Visit<z.infer<typeof one>>) {
  const found = await myLetter(ctx, given)
  return show(found.subject || 'A letter to you', <LetterPage letter={found} />)
}

function off({ ctx, given, page: show }: Visit<z.infer<typeof linked>>) {
  const name = readOffPage(ctx, given)
  return name
    ? show('Have these letters on your page only', <LettersOffPage name={name} link={given.link} />)
    : show('This link turns nothing off', <LettersOffOverPage />, 404)
}

/** Answered on the spot: a mail program that presses the button for its reader follows no redirect (RFC 8058). */
async function turnOff({ ctx, given, page: show }: Visit<z.infer<typeof linked>>) {
  const done = await turnOffByLink(ctx, given)
  return done
    ? show('These letters stay on your page', <LettersAreOffPage name={done.name} />)
    : show('This link turns nothing off', <LettersOffOverPage />, 404)
}
