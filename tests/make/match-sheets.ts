import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { matchCsv } from '../../src/cli/match-csv.ts'
import { writeSheet } from '../../src/sheets/write-sheet.ts'

export const OLS = '../shared/data/ols'
export const EXAMPLE = 'docs/examples/matching'

type Sheets = { readonly mentors: string; readonly mentees: string; readonly policy?: string }

/** Texts of sheets in a folder of their own; answers the folder. */
export function folderWith(sheets: Sheets): string {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-match-'))
  writeFileSync(join(folder, 'mentors.csv'), sheets.mentors)
  writeFileSync(join(folder, 'mentees.csv'), sheets.mentees)
  if (sheets.policy) writeFileSync(join(folder, 'policy.yaml'), sheets.policy)
  return folder
}

/** `match csv` on texts; answers the folder written to and the lines printed. */
export async function matchSheets(sheets: Sheets, ...more: readonly string[]) {
  const folder = folderWith(sheets)
  const policy = sheets.policy ? ['--policy', 'policy.yaml'] : []
  const words = [
    'match',
    'csv',
    '--mentors',
    'mentors.csv',
    '--mentees',
    'mentees.csv',
    ...policy,
    '--out',
    'out',
    ...more,
  ]
  const steps: string[] = []
  const lines = await matchCsv(words, folder, (_, doing) => steps.push(doing))
  const textOf = (name: string) => readFileSync(join(folder, 'out', name), 'utf8')
  return { folder, out: join(folder, 'out'), lines, steps, textOf }
}

/** The example of the documentation. */
export function exampleSheets(): Sheets {
  const textOf = (name: string) => readFileSync(join(EXAMPLE, name), 'utf8')
  return { mentors: textOf('mentors.csv'), mentees: textOf('mentees.csv'), policy: textOf('policy.yaml') }
}

type Row = Readonly<Record<string, string>>

/** A real cohort of Open Life Science: each project is a mentee, each mentor has as many places as they had projects. */
export function olsSheets(cohort: string): Sheets {
  const rows = (name: string): Row[] => parse(readFileSync(join(OLS, name)), { columns: true })
  const people = new Map(rows('people.csv').map((it) => [it.person_id, it]))
  const projects = rows('projects.csv').filter((it) => it.cohort === cohort)
  const places = new Map<string, number>()
  for (const id of projects.flatMap((it) => listOf(it.mentor_ids))) places.set(id, (places.get(id) ?? 0) + 1)
  const zone = (id: string | undefined) => {
    const hours = people.get(id ?? '')?.utc_offset_estimate ?? ''
    return hours === '' ? '' : `UTC${Number(hours) < 0 ? '' : '+'}${hours}`
  }
  return {
    mentors: writeSheet(
      ['Email', 'CAPACITY', 'Time Zone', 'topics', 'shoe size'],
      [...places].map(([id, count]) => [
        `${id}@example.org`,
        count,
        zone(id),
        listOf(people.get(id)?.expertise).join(';'),
        '41',
      ]),
    ),
    mentees: writeSheet(
      ['email', 'time_zone', 'topics'],
      projects.map((it) => [
        `${it.project_id}@example.org`,
        zone(listOf(it.participant_ids)[0]),
        listOf(it.keywords).join(';'),
      ]),
    ),
  }
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split('|').filter((it) => it !== '')
}

/** As many invented people on each side, of a few divisions, zones and topics. */
export function manySheets(count: number): Sheets {
  const divisions = [
    'Care Delivery',
    'Clinical Quality',
    'Engineering',
    'Finance and Legal',
    'Member Support',
    'People',
  ]
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', '']
  const topics = ['Negotiation', 'Public speaking', 'Budgets', 'Leading a first team', 'Marketing', 'being heard']
  const row = (side: string, at: number) => [
    `${side}${at}@example.org`,
    `${side === 'm' ? 'Mentor' : 'Mentee'} ${at}`,
    divisions[(at * (side === 'm' ? 5 : 7)) % divisions.length] ?? '',
    zones[(at * 3) % zones.length] ?? '',
    [topics[at % topics.length], topics[(at * 5 + 1) % topics.length]].join(';'),
    (at * 7) % 9,
  ]
  const header = ['email', 'name', 'division', 'time_zone', 'topics', 'level']
  const sheet = (side: string) =>
    writeSheet(
      header,
      Array.from({ length: count }, (_, at) => row(side, at)),
    )
  return { mentors: sheet('m'), mentees: sheet('e') }
}
