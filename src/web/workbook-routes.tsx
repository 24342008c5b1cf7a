import { z } from 'zod'
import { saveProgress, writeAgreement, writeGoal, writePage } from '../journey/meet/actions/shared-texts.ts'
import { pairPage } from '../journey/meet/screens/pair-page.ts'
import { sharedDocument, workbook, workbookPage } from '../journey/meet/screens/shared-texts.ts'
import { daySchema } from '../model/day.ts'
import type { WorkbookPage as Words } from '../model/shared-text.ts'
import { type Invalid, NotFound } from '../runtime/errors.ts'
import { newId } from '../runtime/new-id.ts'
import { AGENDAS, agendaAsText } from '../texts/en/workbook/agendas.ts'
import { exerciseAsText, exerciseByKey } from '../texts/en/workbook/exercises.ts'
import { readingByKey } from '../texts/en/workbook/readings.ts'
import { type AgreementAgain, AgreementPage } from './participant/pair/agreement-page.tsx'
import { type GoalAgain, GoalPage } from './participant/pair/goal-page.tsx'
import { OneWorkbookPage, type PageAgain } from './participant/pair/one-page.tsx'
import { PAIR_DONE, PairPage } from './participant/pair/pair-page.tsx'
import { ReadingPage } from './participant/pair/reading-page.tsx'
import { TEXT_DONE, type TextDone } from './participant/pair/shared-frame.tsx'
import { WorkbookPage } from './participant/pair/workbook-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const PAIR_DONES = Object.keys(PAIR_DONE) as (keyof typeof PAIR_DONE)[]
const TEXT_DONES = Object.keys(TEXT_DONE) as TextDone[]
const one = z.object({ id: z.uuid() })
const paged = one.extend({ page: z.uuid() })
const doneOf = z.enum(TEXT_DONES).nullable().catch(null).default(null)
const seen = z.coerce.number().int().min(0).catch(0)
const words = z.string().catch('')
const shown = one.extend({ done: z.enum(PAIR_DONES).nullable().catch(null).default(null) })
const read = one.extend({ done: doneOf })
const listed = one.extend({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) })
const begun = one.extend({ from: z.string().max(60).catch('').default('') })
const agreed = one.extend({ seen, rhythm: words, place: words, between: words })
const NO_DAY = 'Enter the day as in 2026-11-27, or leave it empty.'
const many = z.union([z.string(), z.array(z.string())]).catch([])
const aimed = one.extend({
  seen,
  words,
  purpose: words,
  byOn: z
    .string(NO_DAY)
    .default('')
    .refine((it) => it === '' || daySchema.safeParse(it).success, NO_DAY),
  holds: many.transform((it) => (typeof it === 'string' ? [it] : it)).default([]),
})
const PERCENT = 'Enter a whole number from 0 to 100.'
const progressed = one.extend({
  percent: z
    .string(PERCENT)
    .trim()
    .regex(/^\d{1,3}\s*%?$/, PERCENT)
    .transform((it) => Number.parseInt(it, 10))
    .refine((it) => it <= 100, PERCENT),
})
const written = paged.extend({ seen, title: words, text: words })

const READ = 'meet.readWorkbook'

/** The page of a pair, and what its two write together. */
export const workbookRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/pairs/:id', action: 'meet.seePair', given: shown, answer: pair, again: notThere }),
  route({ method: 'GET', path: '/pairs/:id/agreement', action: READ, given: read, answer: agreement, again: notThere }),
  route({
    method: 'POST',
    path: '/pairs/:id/agreement',
    action: 'meet.writeAgreement',
    given: agreed,
    answer: agree,
    again: agreementAgain,
  }),
  route({ method: 'GET', path: '/pairs/:id/goal', action: READ, given: read, answer: goal, again: notThere }),
  route({
    method: 'POST',
    path: '/pairs/:id/goal',
    action: 'meet.writeGoal',
    given: aimed,
    answer: aim,
    again: goalAgain,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/progress',
    action: 'meet.saveProgress',
    given: progressed,
    answer: progress,
    again: progressAgain,
  }),
  route({ method: 'GET', path: '/pairs/:id/workbook', action: READ, given: listed, answer: book, again: notThere }),
  route({ method: 'GET', path: '/pairs/:id/workbook/new', action: READ, given: begun, answer: begin, again: notThere }),
  route({
    method: 'GET',
    path: '/pairs/:id/workbook/:page',
    action: READ,
    given: paged.extend({ done: doneOf }),
    answer: onePage,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/workbook/:page',
    action: 'meet.writePage',
    given: written,
    answer: write,
    again: writeAgain,
  }),
  route({
    method: 'GET',
    path: '/readings/:key',
    action: { none: 'a text of ours, the same for everybody' },
    given: z.object({ key: z.string().max(60) }),
    answer: reading,
  }),
]

function pair(visit: Visit<z.infer<typeof shown>>) {
  return showPair(visit, visit.given, null)
}

async function showPair(
  { ctx, page }: Visit<unknown>,
  it: z.infer<typeof shown>,
  again: { text: string; error: string } | null,
) {
  const found = await pairPage(ctx, { pair: it.id })
  const title = `You and ${found.partner}`
  const content = <PairPage shown={found} done={it.done} again={again} />
  return page(again ? 'Error: not saved' : title, content, again ? 422 : 200)
}

function agreement(visit: Visit<z.infer<typeof read>>) {
  return showAgreement(visit, visit.given, null)
}

async function showAgreement(
  { ctx, house, page }: Visit<unknown>,
  it: z.infer<typeof read>,
  again: AgreementAgain | null,
) {
  const screen = await sharedDocument(ctx, { pair: it.id, kind: 'agreement' })
  const contact = house.organisation.privacyContact
  const content = <AgreementPage screen={screen} contact={contact} done={it.done} again={again} />
  return page(again ? 'Error: not kept' : 'How you work together', content, again ? 422 : 200)
}

async function agree({ ctx, given, goTo }: Visit<z.infer<typeof agreed>>) {
  const { id: pairId, ...rest } = given
  const { became } = await writeAgreement(ctx, { pair: pairId, ...rest })
  return goTo(after(pairId, 'agreement', became))
}

/** Back to the pair where all is well; where both texts stand, to the page that shows both. */
function after(pairId: string, what: 'agreement' | 'goal', became: TextDone): string {
  return became === 'both' ? `/pairs/${pairId}/${what}?done=both` : `/pairs/${pairId}?done=${what}`
}

function agreementAgain(visit: Visit<unknown>, fault: Invalid) {
  const found = one.safeParse(visit.fields)
  if (!found.success) return notThere()
  const text = textOf(visit)
  const entered = { rhythm: text('rhythm'), place: text('place'), between: text('between'), seen: text('seen') }
  return showAgreement(visit, { ...found.data, done: null }, { ...entered, errors: errorsOf(fault, 'rhythm') })
}

function goal(visit: Visit<z.infer<typeof read>>) {
  return showGoal(visit, visit.given, null)
}

async function showGoal({ ctx, house, page }: Visit<unknown>, it: z.infer<typeof read>, again: GoalAgain | null) {
  const screen = await sharedDocument(ctx, { pair: it.id, kind: 'goal' })
  const contact = house.organisation.privacyContact
  const content = <GoalPage screen={screen} contact={contact} done={it.done} again={again} />
  return page(again ? 'Error: not kept' : 'Your goal', content, again ? 422 : 200)
}

async function aim({ ctx, given, goTo }: Visit<z.infer<typeof aimed>>) {
  const { id: pairId, byOn, ...rest } = given
  const { became } = await writeGoal(ctx, { pair: pairId, ...rest, byOn: byOn || null })
  return goTo(after(pairId, 'goal', became))
}

function goalAgain(visit: Visit<unknown>, fault: Invalid) {
  const found = one.safeParse(visit.fields)
  if (!found.success) return notThere()
  const text = textOf(visit)
  const holds = [visit.fields.holds ?? []].flat()
  const entered = { words: text('words'), purpose: text('purpose'), byOn: text('byOn'), seen: text('seen'), holds }
  return showGoal(visit, { ...found.data, done: null }, { ...entered, errors: errorsOf(fault, 'words') })
}

async function progress({ ctx, given, goTo }: Visit<z.infer<typeof progressed>>) {
  await saveProgress(ctx, { pair: given.id, percent: given.percent })
  return goTo(`/pairs/${given.id}?done=progress`)
}

function progressAgain(visit: Visit<unknown>, fault: Invalid) {
  const found = one.safeParse(visit.fields)
  if (!found.success) return notThere()
  const error = fault.fields[0]?.message ?? fault.message
  return showPair(visit, { ...found.data, done: null }, { text: textOf(visit)('percent'), error })
}

async function book({ ctx, given, page }: Visit<z.infer<typeof listed>>) {
  const found = await workbook(ctx, { pair: given.id, page: given.page })
  return page('Your workbook', <WorkbookPage book={found} page={given.page} />)
}

/** A page is begun with the id it will be kept under: a form that is sent twice keeps one page. */
async function begin({ ctx, house, given, page }: Visit<z.infer<typeof begun>>) {
  const of = await workbook(ctx, { pair: given.id, page: 1 })
  const contact = house.organisation.privacyContact
  const content = (
    <OneWorkbookPage
      of={of}
      id={newId()}
      document={null}
      begins={beginningOf(given.from)}
      contact={contact}
      done={null}
      again={null}
    />
  )
  return page('A new page', content)
}

function beginningOf(from: string): Words {
  const agenda = AGENDAS.find((it) => it.key === from)
  if (agenda) return { title: agenda.name, text: agendaAsText(agenda) }
  const exercise = exerciseByKey(from)
  return exercise ? { title: exercise.title, text: exerciseAsText(exercise) } : { title: '', text: '' }
}

async function onePage(visit: Visit<z.infer<typeof paged> & { done: TextDone | null }>) {
  const { ctx, given } = visit
  const found = await workbookPage(ctx, { pair: given.id, page: given.page })
  return showPage(visit, given, { of: found, document: found.document }, null)
}

type OfPage = Pick<Parameters<typeof OneWorkbookPage>[0], 'of' | 'document'>

function showPage(
  { house, page }: Visit<unknown>,
  it: { page: string; done: TextDone | null },
  { of, document }: OfPage,
  again: PageAgain | null,
) {
  const title = again ? 'Error: not kept' : (document?.standing.text.title ?? 'A new page')
  const contact = house.organisation.privacyContact
  const begins = { title: '', text: '' }
  const content = <OneWorkbookPage id={it.page} {...{ of, document, begins, contact, again }} done={it.done} />
  return page(title, content, again ? 422 : 200)
}

async function write({ ctx, given, goTo }: Visit<z.infer<typeof written>>) {
  const { id: pairId, ...rest } = given
  const { became } = await writePage(ctx, { pair: pairId, ...rest })
  return goTo(`/pairs/${pairId}/workbook/${given.page}?done=${became}`)
}

/** A page that was never kept has nothing to be found: what was entered stands on a new one again. */
async function writeAgain(visit: Visit<unknown>, fault: Invalid) {
  const found = paged.safeParse(visit.fields)
  if (!found.success) return notThere()
  const { id: pairId, page } = found.data
  const text = textOf(visit)
  const again = { title: text('title'), text: text('text'), seen: text('seen'), errors: errorsOf(fault, 'title') }
  const kept = await workbookPage(visit.ctx, { pair: pairId, page }).catch(orNone)
  const of = kept ?? (await workbook(visit.ctx, { pair: pairId, page: 1 }))
  return showPage(visit, { page, done: null }, { of, document: kept?.document ?? null }, again)
}

function orNone(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

function reading({ given, page }: Visit<{ key: string }>) {
  const found = readingByKey(given.key) ?? notThere()
  return page(found.title, <ReadingPage reading={found} />)
}

function textOf({ fields }: Visit<unknown>): (name: string) => string {
  return (name) => (typeof fields[name] === 'string' ? fields[name] : '')
}

/** What is wrong, by the field it belongs to. */
function errorsOf(fault: Invalid, otherwise: string): Readonly<Record<string, string>> {
  const all = fault.fields.map((it) => [it.place || otherwise, it.message] as const)
  return all.length > 0 ? Object.fromEntries(all) : { [otherwise]: fault.message }
}
