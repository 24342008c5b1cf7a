import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { switchLine } from '../messages/switch-line.ts'
import { asLetter } from '../messages.ts'
import { openLetters } from './see-letters.ts'

/** Sends a letter that waits to whoever reads it, as its reader would get it. */
export async function sendTest(ctx: Context, input: { season: string; id: string }): Promise<{ readonly id: string }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { letters, open } = await openLetters(ctx, tx, season)
    const found = open.find((it) => it.id === input.id)
    await permit(ctx, tx, 'announce.sendTest', { seasonId: season.id, about: input.id })
    if (!found) throw new NotFound('no such letter waits')
    const { text, values, about } = found
    const { subject, body } = asLetter(text, values, letters.closing)
    const line = switchLine(null, `${ctx.publicUrl}/me/letters`)
    const id = newId()
    // What it is about names the pair: an erasure of one of the two empties it too.
    const test = { id, personId: selfOf(ctx), kind: 'test' as const, about: `${id} ${about}` }
    await queueLetters(ctx, tx, [{ ...test, subject: `Test: ${subject}`, body: `${body}\n\n${line}`, why: '' }])
    return { id }
  })
}
