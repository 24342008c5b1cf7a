import type { Context } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import type { PersonRow } from '../../../store/people.ts'
import type { Named } from '../shapes.ts'

/** Who looks, where that is somebody: lines about themself are locked. */
export function readerOf(ctx: Context): string | null {
  return 'personId' in ctx.actor ? ctx.actor.personId : null
}

/** How people of the match are shown; whoever is not known any more has no name. */
export function namesIn(people: ReadonlyMap<string, PersonRow>): (id: string) => Named {
  return (id) => {
    const it = people.get(id)
    return {
      id,
      name: it?.name ?? 'somebody',
      division: it?.division ?? it?.department ?? null,
      zone: it?.time_zone ?? null,
    }
  }
}

/** Somebody named by their address or by their id. */
export function findAmong(people: ReadonlyMap<string, PersonRow>, said: string): string {
  if (people.has(said)) return said
  const wanted = said.trim().toLowerCase()
  const found = [...people.values()].find((it) => it.email.toLowerCase() === wanted)
  if (!found) throw new NotFound(`Nobody here is ${said}.`)
  return found.id
}
