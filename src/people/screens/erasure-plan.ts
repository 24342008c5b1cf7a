import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { ERASED_NAME } from '../../store/erasures.ts'
import { FIELDS } from '../../store/fields/all.ts'
import { peopleById } from '../../store/own-pairs.ts'
import { isAboutSomebody } from '../../store/whose.ts'

export type ErasurePlan = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly deleted: readonly string[]
  readonly emptied: readonly string[]
  /** What stays, by the reason for it. */
  readonly kept: readonly { readonly why: string; readonly holds: readonly string[] }[]
}

/** What erasing somebody would do, for the page that asks once; to everybody who may not, nobody is there. */
export async function erasurePlan(ctx: Context, input: { person: string }): Promise<ErasurePlan> {
  return within(ctx, async (tx) => {
    const found = (await peopleById(tx, ctx.organisationId, [input.person])).get(input.person)
    await permit(ctx, tx, 'people.seeErasing', { people: [input.person] })
    if (!found || found.name === ERASED_NAME) throw new NotFound('There is no such person.')
    const about = Object.entries(FIELDS).flatMap(([table, it]) => (isAboutSomebody(table) ? [it] : []))
    const holds = (what: 'delete' | 'blank') => about.filter((it) => it.erasure === what).map((it) => it.holds)
    const kept = Map.groupBy(about, (it) => (typeof it.erasure === 'object' ? it.erasure.keep : ''))
    kept.delete('')
    return {
      ...found,
      deleted: holds('delete'),
      emptied: holds('blank'),
      kept: [...kept].map(([why, all]) => ({ why, holds: all.map((it) => it.holds) })),
    }
  })
}
