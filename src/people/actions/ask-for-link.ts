import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { queueLetters } from '../../runtime/queue-letters.ts'
import { countTry, triesOf } from '../../runtime/rate-limit.ts'
import type { Tx } from '../../store/database.ts'
import { type Organisation, theOrganisation } from '../../store/organisations.ts'
import { addSignInLink, newcomerByEmail } from '../../store/sign-in-links.ts'
import { signInLetter } from '../messages/sign-in-letter.ts'
import { LETTER_MINUTES, LINK_LIMITS, LINK_MINUTES, letterLeaves, letterWithLink } from '../rules/sign-in.ts'

const MINUTE_MS = 60_000

/** `clientAddress` is counted by, and not kept. */
export type AskForLink = { readonly email: string; readonly goesTo: string; readonly clientAddress: string }

/**
 * Queues a letter with a sign-in link for whoever has the address. Whether anybody has it neither the answer nor the work
 * tells: the same statements run, and where nobody has it they write nothing. Answers with the letter to send at once; with null
 * where too many were asked for, which the door does not show: the last one that left still opens.
 */
export async function askForLink(ctx: Context, input: AskForLink): Promise<{ letterId: string | null }> {
  return within(ctx, async (tx) => {
    const organisation = await theOrganisation(tx)
    const isDemo = organisation?.kind === 'demo'
    if (!organisation || (!isDemo && !ctx.sendsMail)) throw noMailServer()
    if (!(await mayLeave(ctx, tx, input))) return { letterId: null }
    const linkId = newId()
    await permit(ctx, tx, 'people.askForLink', { about: linkId })
    return queueLetter(ctx, tx, input, organisation, linkId)
  })
}

async function queueLetter(
  ctx: Context,
  tx: Tx,
  { email, goesTo }: AskForLink,
  organisation: Organisation,
  linkId: string,
): Promise<{ letterId: string }> {
  const person = await newcomerByEmail(tx, ctx.organisationId, email, ctx.today)
  const personId = person?.id ?? null
  const letter = signInLetter(organisation.name, person?.name ?? '', LINK_MINUTES)
  // Nobody sends the demo's letters, so its links are made here, to be opened from its mailbox.
  const demoSecret = organisation.kind === 'demo' ? newSecret() : null
  const madeAt = ctx.machineClock.now()
  await addSignInLink(tx, ctx.organisationId, {
    id: linkId,
    personId,
    hash: demoSecret ? hashOf(demoSecret) : null,
    goesTo,
    madeAt,
    untilAt: minutesAfter(madeAt, demoSecret ? LINK_MINUTES : LETTER_MINUTES),
  })
  const letterId = newId()
  const body = demoSecret ? letterWithLink(letter.body, ctx.publicUrl, demoSecret) : letter.body
  const queued = { id: letterId, personId, kind: 'sign-in' as const, about: linkId, isKept: demoSecret !== null }
  await queueLetters(ctx, tx, [{ ...queued, ...letter, body }])
  return { letterId }
}

/**
 * The client's own allowance first, which alone is refused to see: what one client asks beyond it counts for nobody else. Always in
 * this order, so that two who ask at once wait, and never for each other.
 */
async function mayLeave(ctx: Context, tx: Tx, { email, clientAddress }: AskForLink): Promise<boolean> {
  await countTry(ctx, tx, LINK_LIMITS.client, clientAddress)
  const own = await triesOf(ctx, tx, LINK_LIMITS.addressOfClient, `${clientAddress} ${email}`)
  if (own > LINK_LIMITS.addressOfClient.most) return false
  const address = await triesOf(ctx, tx, LINK_LIMITS.address, email)
  const organisation = await triesOf(ctx, tx, LINK_LIMITS.organisation, '')
  return letterLeaves({ address, organisation })
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString()
}

function noMailServer(): Refused {
  const message =
    'No mail server is set up, so no letter can leave. Whoever runs the server can print a link with: alongside people link ADDRESS'
  return new Refused('no-mail-server', {}, message)
}
