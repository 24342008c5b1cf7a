import { z } from 'zod'
import { seeHandingOver, seeHandOver } from '../desk/screens/hand-over.ts'
import { handOverSeason, undoHandOver } from '../office/actions/hand-over.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { type HandOverEntered, HandOverPage } from './coordinator/seasons/hand-over-page.tsx'
import { HandedOverPage } from './coordinator/seasons/handed-over-page.tsx'
import { errorsOf } from './owner/form-faults.ts'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'
import { whyRefused } from './why-refused.ts'

const asked = z.object({ season: z.string().min(1).max(100).optional().catch(undefined) })
const handed = z.object({
  season: z.string().min(1).max(100),
  email: z.string().trim().toLowerCase().max(320).catch('').default(''),
  sure: z.string().optional(),
})
const one = z.object({ id: z.uuid() })
type Handed = z.infer<typeof handed>

/** A season from one coordinator to another. */
export const handOverRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/desk/hand-over',
    action: 'desk.seeHandingOver',
    given: asked,
    answer: (visit) => formPage(visit, visit.given.season, null),
  }),
  route({
    method: 'POST',
    path: '/desk/hand-over',
    action: 'office.handOverSeason',
    given: handed,
    answer: handOver,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/hand-overs/:id',
    action: 'desk.seeHandOver',
    given: one,
    answer: (visit) => handedPage(visit, visit.given.id, null),
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/hand-overs/:id/undo',
    action: 'office.undoHandOver',
    given: one,
    answer: undo,
    again: notThere,
  }),
]

async function formPage({ ctx, page }: Visit<unknown>, season: string | undefined, entered: HandOverEntered | null) {
  const handing = await seeHandingOver(ctx, season ? { season } : {})
  const content = <HandOverPage handing={handing} entered={entered} />
  return page(entered ? 'Error: not handed over' : 'Hand the season over', content, entered ? 422 : 200)
}

async function handOver(visit: Visit<Handed>) {
  const { season, email, sure } = visit.given
  const again = (errors: HandOverEntered['errors']) => formPage(visit, season, { email, errors })
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return again({ email: 'Enter an address as in name@example.com.' })
  if (sure !== 'yes') return again({ sure: 'Tick that you have agreed on it. Nothing has changed.' })
  try {
    const { handOverId } = await handOverSeason(visit.ctx, { season, email })
    return visit.goTo(`/hand-overs/${handOverId}`)
  } catch (fault) {
    if (fault instanceof Refused) return again({ email: fault.message })
    if (fault instanceof Invalid) return again(errorsOf(fault))
    throw fault
  }
}

async function handedPage({ ctx, page }: Visit<unknown>, id: string, refused: string | null) {
  const content = <HandedOverPage handOver={await seeHandOver(ctx, { id })} refused={refused} />
  return page(refused ? 'Error: not undone' : 'Handed over', content, refused ? 409 : 200)
}

async function undo(visit: Visit<z.infer<typeof one>>) {
  const { id } = visit.given
  const refused = await whyRefused(() => undoHandOver(visit.ctx, { handOverId: id }))
  return refused ? handedPage(visit, id, refused) : visit.goTo(`/hand-overs/${id}`)
}
