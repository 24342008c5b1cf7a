import type { Choice } from '../../../matching/problem.ts'
import { wishesSchema } from '../../../model/given-application.ts'
import { mentorChoiceSchema } from '../../../model/mentor-choice.ts'
import type { Role } from '../../../model/role.ts'
import type { Context } from '../../../runtime/context.ts'
import type { Tx } from '../../../store/database.ts'
import { wishesIn } from '../../../store/match-wishes.ts'
import { choicesIn, type SealedChoice } from '../../../store/mentor-choices.ts'
import { wishesAt } from '../../apply/shapes.ts'

type Said = {
  readonly wishes: { readonly [R in Role]: ReadonlyMap<string, readonly string[]> }
  readonly blocks: readonly (readonly [string, string])[]
}

/** Whom people wish for and whom not, opened for the engine alone: nothing that is kept or shown says one. */
export async function readWishes(ctx: Context, tx: Tx, seasonId: string): Promise<Said> {
  const wishes = { mentor: new Map<string, readonly string[]>(), mentee: new Map<string, readonly string[]>() }
  const blocks: (readonly [string, string])[] = []
  for (const { id, personId, role, sealed } of await wishesIn(tx, ctx.organisationId, seasonId)) {
    const owner = { organisationId: ctx.organisationId, kind: 'person', id: personId } as const
    const said = wishesSchema.parse(JSON.parse(await ctx.keyring.open(owner, wishesAt(id), sealed)))
    wishes[role].set(personId, said.wishes)
    for (const other of said.blocks) blocks.push([personId, other])
  }
  return { wishes, blocks }
}

/** Whom mentees chose from their shortlists, opened for the engine alone; a kept choice is the reason of its pair. */
export async function readChoices(ctx: Context, tx: Tx, seasonId: string): Promise<readonly Choice[]> {
  const choices: Choice[] = []
  for (const it of await choicesIn(tx, ctx.organisationId, seasonId))
    choices.push({ menteeId: it.menteeId, mentorIds: await openChoice(ctx, it) })
  return choices
}

/** One sealed choice: ids of mentors, the dearest first. */
export async function openChoice(ctx: Context, { id, menteeId, sealed }: SealedChoice): Promise<readonly string[]> {
  const owner = { organisationId: ctx.organisationId, kind: 'person', id: menteeId } as const
  return mentorChoiceSchema.parse(JSON.parse(await ctx.keyring.open(owner, choiceAt(id), sealed))).mentors
}

/** The choice of one mentee, sealed with their key. */
export function sealChoice(
  ctx: Context,
  it: { readonly id: string; readonly menteeId: string; readonly mentors: readonly string[] },
): Promise<Buffer> {
  const owner = { organisationId: ctx.organisationId, kind: 'person', id: it.menteeId } as const
  return ctx.keyring.seal(owner, choiceAt(it.id), JSON.stringify({ mentors: it.mentors }))
}

function choiceAt(id: string) {
  return { table: 'mentor_choice', column: 'sealed', row: id } as const
}
