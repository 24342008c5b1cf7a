import { z } from 'zod'
import { answerLookAgain } from '../people/actions/look-again.ts'
import { lookAgainList, lookAgainRequest } from '../people/screens/look-again.ts'
import type { Invalid } from '../runtime/errors.ts'
import { printImpactTemplate, printRecord } from '../texts/en/record.ts'
import { recordOfProcessing } from '../upkeep/screens/record.ts'
import { retentionReport } from '../upkeep/screens/retention.ts'
import { LookAgainAnswerPage } from './coordinator/look-again-answer-page.tsx'
import { LookAgainListPage } from './coordinator/look-again-list-page.tsx'
import { RecordPage } from './owner/record-page.tsx'
import { RetentionPage } from './owner/retention-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const all = z.literal('yes').optional().catch(undefined)
const ran = z.object({ page, all })
const listed = z.object({
  page,
  all,
  q: z.string().max(200).catch('').default(''),
  done: z.enum(['sent', 'kept']).nullable().catch(null).default(null),
})
const one = z.object({ id: z.uuid() })
const answered = one.extend({ answer: z.string().catch('') })

const SEE = 'people.seeLookAgain'
const RECORD = 'upkeep.seeRecord'

/** What is kept and for how long, what went, and who asked that a person looks again. */
export const recordRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/upkeep/record', action: RECORD, given: null, answer: recordPage }),
  route({ method: 'GET', path: '/upkeep/record.md', action: RECORD, given: null, answer: recordFile }),
  route({ method: 'GET', path: '/upkeep/impact.md', action: RECORD, given: null, answer: impactFile }),
  route({
    method: 'GET',
    path: '/upkeep/retention',
    action: 'upkeep.seeRetention',
    given: ran,
    answer: retentionPage,
  }),
  route({ method: 'GET', path: '/look-again', action: SEE, given: listed, answer: requestsPage }),
  route({ method: 'GET', path: '/look-again/:id', action: SEE, given: one, answer: request, again: notThere }),
  route({
    method: 'POST',
    path: '/look-again/:id',
    action: 'people.answerLookAgain',
    given: answered,
    answer: requestAnswered,
    again: requestAgain,
  }),
]

async function recordPage({ ctx, page: show }: Visit) {
  return show('Record of processing', <RecordPage record={await recordOfProcessing(ctx)} />)
}

async function recordFile({ http, ctx }: Visit) {
  return markdown(http, 'record-of-processing.md', printRecord(await recordOfProcessing(ctx)))
}

async function impactFile({ http, ctx }: Visit) {
  return markdown(http, 'impact-assessment.md', printImpactTemplate(await recordOfProcessing(ctx)))
}

function markdown(http: Visit['http'], name: string, text: string): Response {
  return http.body(text, 200, {
    'content-type': 'text/markdown; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

async function retentionPage({ ctx, given, page: show }: Visit<z.infer<typeof ran>>) {
  const shown = { page: given.page, all: given.all === 'yes' }
  return show('Retention', <RetentionPage report={await retentionReport(ctx, shown)} {...shown} />)
}

async function requestsPage({ ctx, given, page: show }: Visit<z.infer<typeof listed>>) {
  const filter = { q: given.q.trim(), all: given.all === 'yes', page: given.page }
  const list = await lookAgainList(ctx, { search: filter.q, open: !filter.all, page: filter.page })
  return show('Look again', <LookAgainListPage list={list} filter={filter} done={given.done} />)
}

function request(visit: Visit<z.infer<typeof one>>) {
  return requestPage(visit, visit.given.id, null)
}

async function requestPage(
  { ctx, page: show }: Visit<unknown>,
  id: string,
  again: { answer: string; error: string } | null,
) {
  const found = await lookAgainRequest(ctx, { request: id })
  const content = <LookAgainAnswerPage request={found} again={again} />
  return show(again ? 'Error: not sent' : 'Look again', content, again ? 422 : 200)
}

async function requestAnswered({ ctx, given, goTo }: Visit<z.infer<typeof answered>>) {
  const { sent } = await answerLookAgain(ctx, { request: given.id, answer: given.answer })
  return goTo(`/look-again?done=${sent ? 'sent' : 'kept'}`)
}

function requestAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = one.safeParse(visit.fields)
  if (!read.success) return notThere()
  const again = { answer: String(visit.fields.answer ?? ''), error: fault.fields[0]?.message ?? fault.message }
  return requestPage(visit, read.data.id, again)
}
