import { htmlLetter } from '../outbox/html-letter.tsx'
import { type Context, permit, within } from '../runtime/context.ts'
import { NotFound } from '../runtime/errors.ts'
import { samplePeople } from '../store/demo-people.ts'
import { theOrganisation } from '../store/organisations.ts'
import { seasonsOf } from '../store/seasons.ts'
import { type SampleLetter, sampleLetters } from './sample-letters.ts'

export type { SampleLetter }

/** Every kind of letter in every way it can be, for looking at. */
export async function seeLetters(ctx: Context): Promise<readonly SampleLetter[]> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'rehearsal.seeMailbox')
    const people = await samplePeople(tx, ctx.organisationId)
    const [season] = await seasonsOf(tx, ctx.organisationId)
    const organisation = await theOrganisation(tx)
    if (!people || !season || !organisation) throw new NotFound('no letters to look at')
    const house = { program: season.program, organisation: organisation.name, site: ctx.publicUrl, today: ctx.today }
    return sampleLetters(house, people)
  })
}

/** One of them, and the HTML that a mail program would show of it. */
export async function seeLetter(
  ctx: Context,
  input: { key: string },
): Promise<SampleLetter & { readonly html: string }> {
  const found = (await seeLetters(ctx)).find((it) => it.key === input.key)
  if (!found) throw new NotFound('no such letter')
  return { ...found, html: htmlLetter(found) }
}
