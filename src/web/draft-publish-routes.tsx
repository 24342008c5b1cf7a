import { z } from 'zod'
import { publishDraft } from '../journey/design/actions/publish-draft.ts'
import { seeDifferences } from '../journey/design/screens/differences.ts'
import { type Invalid, Refused } from '../runtime/errors.ts'
import { DifferencesPage, type NotPublished } from './coordinator/design/differences-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const one = z.object({ id: z.uuid() })
const number = z.coerce.number().int().min(1).max(1_000_000)
const published = one.extend({
  seen: number,
  inForce: z.string().max(100).catch('').default(''),
  because: z.string().max(2000).catch('').default(''),
})
const AT = '/desk/design/drafts/:id'
const SEE = 'design.seeDraft'

/** A draft compared with what is in force, and put in force. */
export const draftPublishRoutes: readonly Route[] = [
  route({ method: 'GET', path: `${AT}/differences`, action: SEE, given: one, answer: differences, again: notThere }),
  route({
    method: 'POST',
    path: `${AT}/publish`,
    action: 'design.publishDraft',
    given: published,
    answer: publish,
    again: publishAgain,
  }),
]

function differences(visit: Visit<{ id: string }>) {
  return differencesPage(visit, visit.given.id, null, 200)
}

async function differencesPage(
  { ctx, page: show }: Visit<unknown>,
  id: string,
  again: NotPublished,
  status: 200 | 409 | 422,
) {
  const it = await seeDifferences(ctx, { draft: id })
  return show(again ? 'Error: not published' : 'Differences', <DifferencesPage it={it} again={again} />, status)
}

async function publish(visit: Visit<z.infer<typeof published>>) {
  const { id, seen, inForce, because } = visit.given
  try {
    const { season } = await publishDraft(visit.ctx, { draft: id, seen, inForce, because })
    return visit.goTo(`/desk/design?published=${encodeURIComponent(season)}`)
  } catch (fault) {
    if (fault instanceof Refused)
      return differencesPage(visit, id, { message: fault.message, because, isField: false }, 409)
    throw fault
  }
}

function publishAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = published.safeParse(visit.fields)
  if (!read.success) return notThere()
  const field = fault.fields.find((it) => it.place === 'because')
  const again = { message: field?.message ?? fault.message, because: read.data.because, isField: field !== undefined }
  return differencesPage(visit, read.data.id, again, 422)
}
