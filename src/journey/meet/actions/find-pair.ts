import type { Context } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import type { Tx } from '../../../store/database.ts'
import { pairOfMentee } from '../../../store/matches.ts'
import { personByEmail } from '../../../store/people.ts'
import type { Season } from '../../../store/seasons.ts'

export type PairNamed = { season?: string; mentee: string; mentor?: string }

/** The published pair that somebody names by the mentee's address, and the mentor's where there are two. */
export async function findPair(ctx: Context, tx: Tx, season: Season, named: PairNamed) {
  const mentee = await known(ctx, tx, named.mentee)
  const mentor = named.mentor ? await known(ctx, tx, named.mentor) : null
  const pairs = await pairOfMentee(tx, ctx.organisationId, season.id, mentee, mentor)
  const pair = pairs[0]
  if (!pair) throw new NotFound('There is no published pair with these people in this season.')
  if (pairs.length > 1) throw new Invalid('This mentee has two mentors: say which, by the mentor’s address.')
  return { ...pair, namedMentorId: mentor }
}

async function known(ctx: Context, tx: Tx, email: string): Promise<string> {
  const person = await personByEmail(tx, ctx.organisationId, email.trim().toLowerCase())
  if (!person) throw new NotFound(`Nobody here has the address ${email}.`)
  return person.id
}
