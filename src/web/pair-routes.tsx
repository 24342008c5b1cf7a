import { z } from 'zod'
import { deleteNote, readNote, readNotes, writeNote } from '../journey/meet/actions/notes.ts'
import { openReport, readReports } from '../journey/meet/actions/reading-reports.ts'
import { reportPair, seeReports } from '../journey/meet/actions/reports.ts'
import type { Invalid } from '../runtime/errors.ts'
import { NotePage } from './participant/pair/note-page.tsx'
import { NOTE_DONE, NotesPage } from './participant/pair/notes-page.tsx'
import { ReportPage } from './participant/pair/report-page.tsx'
import { ReportOpenedPage, ReportsPage } from './participant/pair/reports-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const one = z.object({ id: z.uuid() })
const DONE = Object.keys(NOTE_DONE) as (keyof typeof NOTE_DONE)[]
const listed = one.extend({
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  done: z.enum(DONE).nullable().catch(null).default(null),
})
const noted = one.extend({ note: z.uuid() })
const written = one.extend({ text: z.string().catch('') })
const changed = noted.extend({ text: z.string().catch(''), version: z.coerce.number().int().min(1).catch(1) })
const sent = one.extend({ done: z.string().optional() })
const worded = one.extend({ words: z.string().catch('') })

const READ = 'meet.readNotes'
const WRITE = 'meet.writeNote'
const READERS = 'meet.readReports'

/** Private notes of a pair, and what is told to the named contact. */
export const pairRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/pairs/:id/notes', action: READ, given: listed, answer: notes, again: notThere }),
  route({ method: 'POST', path: '/pairs/:id/notes', action: WRITE, given: written, answer: added, again: notesAgain }),
  route({ method: 'GET', path: '/pairs/:id/notes/:note', action: READ, given: noted, answer: note, again: notThere }),
  route({
    method: 'POST',
    path: '/pairs/:id/notes/:note',
    action: WRITE,
    given: changed,
    answer: noteChanged,
    again: noteAgain,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/notes/:note/delete',
    action: 'meet.deleteNote',
    given: noted,
    answer: deleted,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/pairs/:id/report',
    action: 'meet.seeReports',
    given: sent,
    answer: report,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/report',
    action: 'meet.reportPair',
    given: worded,
    answer: reported,
    again: reportAgain,
  }),
  route({ method: 'GET', path: '/reports', action: READERS, given: null, answer: reports }),
  route({ method: 'GET', path: '/reports/:id', action: READERS, given: one, answer: opened, again: notThere }),
  // What a letter names: the address says nothing of what waits there.
  route({ method: 'GET', path: '/waiting', action: READERS, given: null, answer: reports }),
]

function notes(visit: Visit<z.infer<typeof listed>>) {
  return notesPage(visit, visit.given, null)
}

type Shown = { id: string; page: number; done: keyof typeof NOTE_DONE | null }

async function notesPage(
  { house, ctx, page }: Visit<unknown>,
  it: Shown,
  again: { text: string; error: string } | null,
) {
  const read = await readNotes(ctx, { pair: it.id, page: it.page })
  const contact = house.organisation.privacyContact
  const content = <NotesPage notes={read} page={it.page} contact={contact} done={it.done} again={again} />
  return page(again ? 'Error: not kept' : 'Private notes', content, again ? 422 : 200)
}

async function added({ ctx, given, goTo }: Visit<z.infer<typeof written>>) {
  const { became } = await writeNote(ctx, { pair: given.id, text: given.text })
  return goTo(`/pairs/${given.id}/notes?done=${became}`)
}

function notesAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = one.safeParse(visit.fields)
  if (!read.success) return notThere()
  return notesPage(visit, { id: read.data.id, page: 1, done: null }, againOf(visit, 'text', fault))
}

function note(visit: Visit<z.infer<typeof noted>>) {
  return notePage(visit, visit.given, null)
}

async function notePage(
  { ctx, page }: Visit<unknown>,
  it: z.infer<typeof noted>,
  again: { text: string; error: string } | null,
) {
  const read = await readNote(ctx, { pair: it.id, note: it.note })
  const found = read.notes[0] ?? notThere()
  const content = <NotePage pairId={it.id} note={found} again={again} />
  return page(again ? 'Error: not kept' : 'A private note', content, again ? 422 : 200)
}

async function noteChanged({ ctx, given, goTo }: Visit<z.infer<typeof changed>>) {
  const { id: pair, ...rest } = given
  const { became } = await writeNote(ctx, { pair, ...rest })
  return goTo(`/pairs/${pair}/notes?done=${became}`)
}

function noteAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = noted.safeParse(visit.fields)
  return read.success ? notePage(visit, read.data, againOf(visit, 'text', fault)) : notThere()
}

async function deleted({ ctx, given, goTo }: Visit<z.infer<typeof noted>>) {
  await deleteNote(ctx, { pair: given.id, note: given.note })
  return goTo(`/pairs/${given.id}/notes?done=deleted`)
}

function report(visit: Visit<z.infer<typeof sent>>) {
  return reportPage(visit, visit.given.id, visit.given.done === 'yes', null)
}

async function reportPage(
  { house, ctx, page }: Visit<unknown>,
  pair: string,
  done: boolean,
  again: { text: string; error: string } | null,
) {
  const form = await seeReports(ctx, { pair })
  const words = again && { words: again.text, error: again.error }
  const contact = house.organisation.privacyContact
  const content = <ReportPage form={form} contact={contact} done={done} again={words} />
  return page(again ? 'Error: not sent' : 'This is not working', content, again ? 422 : 200)
}

async function reported({ ctx, given, goTo }: Visit<z.infer<typeof worded>>) {
  await reportPair(ctx, { pair: given.id, words: given.words })
  return goTo(`/pairs/${given.id}/report?done=yes`)
}

function reportAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = one.safeParse(visit.fields)
  return read.success ? reportPage(visit, read.data.id, false, againOf(visit, 'words', fault)) : notThere()
}

function againOf({ fields }: Visit<unknown>, name: string, fault: Invalid) {
  return { text: String(fields[name] ?? ''), error: fault.fields[0]?.message ?? fault.message }
}

async function reports({ ctx, page }: Visit) {
  return page('Reports', <ReportsPage {...(await readReports(ctx))} />)
}

async function opened({ ctx, given, page }: Visit<z.infer<typeof one>>) {
  return page('A report', <ReportOpenedPage report={await openReport(ctx, { report: given.id })} />)
}
