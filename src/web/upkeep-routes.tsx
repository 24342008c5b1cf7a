import { z } from 'zod'
import { isDay } from '../model/day.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { downloadKeyBackup } from '../upkeep/actions/back-up-keys.ts'
import { examine } from '../upkeep/actions/see-doctor.ts'
import { checkAudit } from '../upkeep/actions/verify-audit.ts'
import { type AuditFilter, auditLog, auditSheet, LINES_PER_PAGE, MOST_LINES } from '../upkeep/screens/audit.ts'
import { keysBackup } from '../upkeep/screens/keys-backup.ts'
import { asDownload } from './as-download.ts'
import { AuditPage } from './owner/audit-page.tsx'
import { DoctorPage } from './owner/doctor-page.tsx'
import { KeysPage } from './owner/keys-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const words = z.string().trim().max(200).catch('').default('')
const day = z.string().refine(isDay).nullable().catch(null).default(null)
const listed = z.object({
  person: words,
  what: words,
  from: day,
  until: day,
  refused: z.string().nullable().catch(null).default(null),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_LINES / LINES_PER_PAGE)
    .catch(1)
    .default(1),
})
type Listed = z.infer<typeof listed>

const SHEET_COLUMNS = [
  'recorded_at',
  'day',
  'action',
  'what',
  'outcome',
  'ground',
  'actor',
  'name',
  'email',
  'season',
  'about',
  'people_shown',
]

/** What keeps the house up: the audit, the doctor, the backup of the keys. */
export const upkeepRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/upkeep/audit', action: 'upkeep.seeAudit', given: listed, answer: auditPage }),
  route({ method: 'GET', path: '/upkeep/audit.csv', action: 'upkeep.seeAudit', given: listed, answer: auditCsv }),
  route({
    method: 'POST',
    path: '/upkeep/audit/verify',
    action: 'upkeep.verifyAudit',
    given: null,
    answer: auditVerified,
  }),
  route({ method: 'GET', path: '/upkeep/doctor', action: 'upkeep.seeDoctor', given: null, answer: doctorPage }),
  route({ method: 'GET', path: '/office/keys', action: 'office.seeBoard', given: null, answer: keysPage }),
  route({
    method: 'POST',
    path: '/office/keys/download',
    action: 'office.downloadKeyBackup',
    given: null,
    answer: keysDownloaded,
  }),
]

async function auditPage({ house, ctx, given, page }: Visit<Listed>) {
  const filter = filterOf(given)
  return page('Audit', <AuditPage screen={await auditLog(ctx, filter)} filter={filter} today={house.today} />)
}

async function auditCsv({ ctx, given, http }: Visit<Listed>) {
  const lines = await auditSheet(ctx, filterOf(given))
  const rows = lines.map((it) => [
    it.recordedAt,
    it.onDay,
    it.action,
    it.does,
    it.outcome,
    it.ground,
    it.actorKind,
    it.name,
    it.email,
    it.season,
    it.about,
    it.people,
  ])
  return http.body(writeSheet(SHEET_COLUMNS, rows), 200, asDownload('text/csv; charset=utf-8', 'audit.csv'))
}

async function auditVerified({ ctx, goTo }: Visit) {
  // What it found stands on the page it leads to, in the audit's own words.
  await checkAudit(ctx, null)
  return goTo('/upkeep/audit#chain')
}

async function doctorPage({ ctx, page }: Visit) {
  return page('Doctor', <DoctorPage {...(await examine(ctx))} />)
}

async function keysPage({ ctx, page }: Visit) {
  return page('Backup of the keys', <KeysPage {...(await keysBackup(ctx))} />)
}

async function keysDownloaded({ ctx, http }: Visit) {
  const { text, name } = await downloadKeyBackup(ctx)
  return http.body(text, 200, asDownload('application/jsonl', name))
}

function filterOf({ refused, ...rest }: Listed): AuditFilter {
  return { ...rest, refusedOnly: refused === 'yes' }
}
