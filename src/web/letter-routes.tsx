import { z } from 'zod'
import { myLetter, myLetters } from '../people/screens/my-letters.ts'
import { LetterPage } from './participant/me/letter-page.tsx'
import { LettersPage } from './participant/me/letters-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const paged = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) })
const one = z.object({ id: z.uuid() })
const SEE = 'people.seeMyLetters'

/** Every letter to a person, here too: whoever has no e-mail at hand, or never got it, misses nothing. */
export const letterRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/me/letters', action: SEE, given: paged, answer: letters }),
  route({ method: 'GET', path: '/me/letters/:id', action: SEE, given: one, answer: letter, again: notThere }),
]

async function letters({ ctx, given, page }: Visit<z.infer<typeof paged>>) {
  return page('Letters to you', <LettersPage {...(await myLetters(ctx, given))} page={given.page} />)
}

async function letter({ ctx, given, page }: Visit<z.infer<typeof one>>) {
  const found = await myLetter(ctx, given)
  return page(found.subject || 'A letter to you', <LetterPage letter={found} />)
}
