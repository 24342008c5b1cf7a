import { z } from 'zod'
import { undoImport } from '../office/actions/undo-import.ts'
import { seeImport, seeImports } from '../office/screens/imports.ts'
import { Refused } from '../runtime/errors.ts'
import { ImportsPage } from './coordinator/imports/imports-page.tsx'
import { PastImportPage } from './coordinator/imports/past-import-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const listed = z.object({
  season: z.string().min(1).max(100).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  done: z.enum(['nothing']).nullable().catch(null).default(null),
})
const one = z.object({ id: z.uuid() })
const shown = one.extend({
  done: z.enum(['taken', 'undone']).nullable().catch(null).default(null),
  left: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
})

/** What can be imported, what was, and how an import is taken back. */
export const pastImportRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/imports', action: 'office.seeImports', given: listed, answer: imports }),
  route({
    method: 'GET',
    path: '/imports/past/:id',
    action: 'office.seeImports',
    given: shown,
    answer: (visit) => past(visit, visit.given, null),
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/imports/past/:id/undo',
    action: 'office.undoImport',
    given: one,
    answer: undo,
    again: notThere,
  }),
]

async function imports({ ctx, given, page }: Visit<z.infer<typeof listed>>) {
  const screen = await seeImports(ctx, given)
  return page('Spreadsheets', <ImportsPage screen={screen} page={given.page} done={given.done} />)
}

async function past({ ctx, page }: Visit<unknown>, { id, done, left }: z.infer<typeof shown>, refused: string | null) {
  const content = <PastImportPage it={await seeImport(ctx, id)} done={done} left={left} refused={refused} />
  return page(refused ? 'Error: not taken back' : 'An import', content, refused ? 409 : 200)
}

async function undo(visit: Visit<z.infer<typeof one>>) {
  const { id } = visit.given
  try {
    await undoImport(visit.ctx, { id })
  } catch (fault) {
    if (fault instanceof Refused) return past(visit, { id, done: null, left: 0 }, fault.message)
    throw fault
  }
  return visit.goTo(`/imports/past/${id}?done=undone`)
}
