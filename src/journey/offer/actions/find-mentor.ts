import { wishesSchema } from '../../../model/given-application.ts'
import type { Context } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { wishesOfPerson } from '../../../store/match-wishes.ts'
import { type MentorRow, type MentorsAsked, mentorsPage } from '../../../store/open-mentors.ts'

/** Whom somebody blocked in the applications they have, opened with their own key: it holds in the directory too. */
export async function ownBlocks(ctx: Context, tx: Tx): Promise<readonly string[]> {
  const me = selfOf(ctx)
  const owner = { organisationId: ctx.organisationId, kind: 'person', id: me } as const
  const rows = await wishesOfPerson(tx, ctx.organisationId, me)
  const sealed = rows.map(({ id, sealed }) => ({ place: { table: 'match_wish', column: 'sealed', row: id }, sealed }))
  const texts = sealed.length === 0 ? [] : await ctx.keyring.openAll(owner, sealed)
  return [...new Set(texts.flatMap((text) => wishesSchema.parse(JSON.parse(text)).blocks))]
}

export const EVERY_MENTOR = {
  search: '',
  topics: [],
  division: null,
  sharedMinutes: 0,
  hasRoom: false,
  order: 'name',
  only: null,
} as const satisfies Partial<MentorsAsked>

/** One mentor of the directory, as this reader finds them; whoever is not listed to them is not there. */
export async function findMentor(ctx: Context, tx: Tx, id: string): Promise<MentorRow> {
  const without = await ownBlocks(ctx, tx)
  const asked = { ...EVERY_MENTOR, only: id, without, me: selfOf(ctx), day: ctx.today, now: ctx.clock.now() }
  const [mentor] = await mentorsPage(tx, ctx.organisationId, asked, { limit: 1, offset: 0 })
  if (!mentor) throw new NotFound('no such mentor')
  return mentor
}
