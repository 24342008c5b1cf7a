import { openPost, type Post, type Posted } from '../../outbox/email.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { queueLetters } from '../../runtime/queue-letters.ts'
import { lockMessage, markProblem, markSent } from '../../store/messages.ts'
import { markMailTested, theOrganisation } from '../../store/organisations.ts'
import { newcomerById } from '../../store/sign-in-links.ts'
import { testLetter } from '../messages/test-letter.ts'
import { actingPerson } from './acting-person.ts'

export type MailServer = { readonly smtpUrl: string | null; readonly mailFrom: string }
export type MailTested = { readonly to: string; readonly posted: Posted }

/**
 * Writes a letter to oneself and hands it to the mail server at once, as any letter is handed over, to say what the server
 * answered. It is not tried again: its answer is all it is for.
 */
export async function testMail(ctx: Context, server: MailServer): Promise<MailTested> {
  const { id, to, smtpUrl } = await queueTest(ctx, server)
  const post = openPost(smtpUrl, server.mailFrom)
  try {
    return { to, posted: await handOver(ctx, post, id) }
  } finally {
    post.close()
  }
}

function queueTest(ctx: Context, { smtpUrl }: MailServer): Promise<{ id: string; to: string; smtpUrl: string }> {
  return within(ctx, async (tx) => {
    const id = newId()
    await permit(ctx, tx, 'office.testMail', { about: id })
    const organisation = await theOrganisation(tx)
    if (organisation?.kind !== 'real')
      throw new Refused('demo-sends-nothing', {}, 'The demo sends no letters; see its mailbox instead.')
    if (!smtpUrl) throw noMailServer()
    const person = await newcomerById(tx, ctx.organisationId, actingPerson(ctx), ctx.today)
    if (!person) throw new NotFound('You are not in the directory any more.')
    const letter = testLetter(organisation.name, person.name)
    await queueLetters(ctx, tx, [{ id, personId: person.id, kind: 'test', about: id, ...letter }])
    return { id, to: person.email, smtpUrl }
  })
}

/** The second half of what was permitted above; while it holds the letter, no other sender takes it. */
function handOver(ctx: Context, post: Post, id: string): Promise<Posted> {
  return within(ctx, async (tx) => {
    const letter = await lockMessage(tx, ctx.organisationId, id, 'released')
    if (!letter) throw new Refused('letter-taken', {}, 'Another sender took the letter first. Look whether it arrived.')
    const posted = await post.send(letter)
    const now = ctx.clock.now()
    if (!posted.ok) await markProblem(tx, ctx.organisationId, id, posted.problem, null)
    else {
      await markSent(tx, ctx.organisationId, id, now)
      await markMailTested(tx, ctx.organisationId, now)
    }
    return posted
  })
}

function noMailServer(): Refused {
  const message =
    'No mail server is set up. Whoever runs the server sets SMTP_URL and MAIL_FROM and starts Alongside again.'
  return new Refused('no-mail-server', {}, message)
}
