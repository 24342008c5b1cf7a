import { openWeekdays } from '../../calendar/permitted-hours.ts'
import type { Switch } from '../../model/letter-kinds.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid } from '../../runtime/errors.ts'
import { readOffLink } from '../../runtime/off-link.ts'
import { selfOf } from '../../runtime/self.ts'
import { choiceOf, type LetterChoice, saveChoice, turnOff } from '../../store/letter-choices.ts'
import { quietHoursOf } from '../../store/nudges.ts'

/** Keeps which letters one wants on the page only, and on which days of the week none by e-mail. */
export async function chooseLetters(ctx: Context, choice: LetterChoice): Promise<LetterChoice> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.chooseLetters', { people: [me] })
    const weekdays = (await quietHoursOf(tx, ctx.organisationId, me, ctx.today))?.weekdays ?? []
    if (openWeekdays({ weekdays }).every((day) => choice.quietDays.includes(day))) throw noDayLeft()
    await saveChoice(tx, ctx.organisationId, me, choice, ctx.clock.now())
    return choice
  })
}

/** Turns off the e-mails of one kind by the link in one of them; doing it twice is the same. Null for a link nobody made. */
export async function turnOffByLink(
  ctx: Context,
  input: { readonly link: string },
): Promise<{ readonly name: Switch } | null> {
  return within(ctx, async (tx) => {
    const found = readOffLink(ctx, input.link)
    if (!found) return null
    const { personId, name } = found
    await permit(ctx, tx, 'people.turnOffByLink', { people: [personId], about: personId })
    const before = await choiceOf(tx, ctx.organisationId, personId)
    if (!before.pageOnly.includes(name)) await turnOff(tx, ctx.organisationId, personId, name, ctx.clock.now())
    return { name }
  })
}

function noDayLeft(): Invalid {
  const message = 'Leave at least one of the days you work on; what the program needs must reach you.'
  return new Invalid(message, { fields: [{ place: 'quiet', message }] })
}
