import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { planSteps } from '../matching/plan-match.ts'
import type { MatchAnswer, Policy, Problem } from '../matching/problem.ts'
import { refusalReason } from '../matching/reasons.ts'
import { decideShortage } from '../matching/shortage.ts'
import { verify } from '../matching/verify.ts'
import { TOPICS } from '../model/topics.ts'
import { Invalid } from '../runtime/errors.ts'
import { type MatchRow, matchSheet } from '../sheets/match-kind.ts'
import { readSheet, type Sheet } from '../sheets/read-sheet.ts'
import { sayReport } from '../sheets/report.ts'
import { certificateFile } from './match-certificate.ts'
import { asMentees, asMentors, readEverybody, readNames, withoutRepeats } from './match-people.ts'
import { type MatchPolicy, readPolicy } from './match-policy.ts'
import { reportPage } from './match-report/report-page.tsx'
import { counted } from './match-report/shapes.ts'
import { pairsSheet, unmatchedSheet } from './match-tables.ts'
import { readDates, readMap } from './parse-command.ts'

type Options = {
  readonly mentors: string
  readonly mentees: string
  readonly policy: string | null
  readonly out: string
  readonly map: Readonly<Record<string, string>>
  readonly dates: 'iso' | 'dmy' | 'mdy'
}
/** Where on the way, 0 to 1, the sheets are read and the match is found. */
const READ = 0.4
const SOLVED = 0.8

/** Says how far it is, 0 to 1, and with what. */
export type Progress = (share: number, doing: string) => void

/** Whether these words ask for a match made from spreadsheets alone. */
export function isMatchCsv(words: readonly string[]): boolean {
  return words[0] === 'match' && words[1] === 'csv'
}

/** `match csv`: two spreadsheets in; pairs, who is left, a certificate and a report out. No database, and the same input gives the same bytes. */
export async function matchCsv(words: readonly string[], cwd: string, progress: Progress): Promise<readonly string[]> {
  const options = readOptions(words.slice(2), cwd)
  progress(0, 'Reading the two sheets')
  const policy = readPolicy(options.policy === null ? null : textOf(options.policy), options.policy ?? '')
  const mentors = await readRows('mentor', options.mentors, options)
  const mentees = await readRows('mentee', options.mentees, options)
  progress(0.2, 'Counting shared working hours')
  const asked = readAsked(mentors, mentees, policy)
  progress(READ, 'Finding the best pairs')
  const answer = solve(asked, progress)
  progress(SOLVED, 'Checking the certificate')
  const faults = answer.certificate
    ? verify(asked.problem, asked.policy, answer.certificate)
    : ['There is no certificate.']
  progress(0.9, 'Writing the report')
  const lines = [...mentors.lines, ...mentees.lines, ...refusedPins(answer, asked)]
  writeAll(options.out, asked, answer, { title: policy.title, isProven: faults.length === 0, notes: lines })
  progress(1, 'Done')
  return [
    ...lines,
    ...asked.notes,
    `${counted(answer.pairs.length, 'pair')}; without one ${counted(answer.waitingList.length, 'mentee')} and ${counted(answer.reserve.length, 'mentor')}`,
    ...(faults.length === 0
      ? [`Proved: no better match exists under these rules. Check it with: npx alongside match verify ${options.out}`]
      : ['Not proved to be the best match:', ...faults.map((it) => `  ${it}`)]),
    `Written to ${options.out}: pairs.csv, unmatched.csv, certificate.json, report.html`,
  ]
}

function readOptions(words: string[], cwd: string): Options {
  const text = { type: 'string' } as const
  const known = { mentors: text, mentees: text, policy: text, out: text, dates: text, map: { ...text, multiple: true } }
  const values = readWords(() => parseArgs({ args: words, options: known }).values)
  const place = (name: 'mentors' | 'mentees' | 'out') => {
    const given = values[name]
    if (!given) throw new Invalid(`--${name} is missing: alongside match csv --mentors M.csv --mentees N.csv --out DIR`)
    return resolve(cwd, given)
  }
  return {
    mentors: place('mentors'),
    mentees: place('mentees'),
    out: place('out'),
    policy: values.policy === undefined ? null : resolve(cwd, values.policy),
    map: readMap(values.map),
    dates: readDates(values.dates),
  }
}

function readWords<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Invalid(error instanceof Error ? error.message : String(error))
  }
}

type Rows = Sheet<MatchRow>['rows']
type Read = { readonly rows: Rows; readonly hasDivision: boolean; readonly lines: readonly string[] }

/** One sheet: its good rows, and what there is to say about the others. */
async function readRows(role: 'mentor' | 'mentee', path: string, { map, dates }: Options): Promise<Read> {
  const kind = matchSheet(role)
  const names = kind.columns.map((column) => column.name)
  const own = Object.fromEntries(Object.entries(map).filter(([name]) => names.includes(name) || role === 'mentor'))
  const sheet = await readSheet(bytesOf(path), { kind, map: own, dates, zone: 'UTC' })
  if (!sheet.ok)
    throw new Invalid(`${path}: ${sheet.fault.message}.`, {
      fields: [{ place: 'header', message: `${sheet.fault.remedy}.` }],
    })
  const { rows, faults } = withoutRepeats(sheet.rows)
  const rejected = [...sheet.faults, ...faults]
  const { extraColumns, absentColumns, rowCount } = sheet
  // What is not there is only worth saying beside something that is and was not understood.
  const absent = extraColumns.length > 0 ? { absentColumns } : {}
  const report = { read: rowCount, accepted: rows.length, unchanged: 0, rejected, notes: [], extraColumns, ...absent }
  return { rows, hasDivision: !absentColumns.includes('division'), lines: sayReport(report, `${role}s`) }
}

/** What the engine is asked, and what came of counting places before it. */
export type Asked = {
  readonly problem: Problem
  readonly policy: Policy
  readonly mentorOnly: readonly string[]
  readonly names: ReturnType<typeof readNames>
  readonly notes: readonly string[]
}

function readAsked(mentors: Read, mentees: Read, policy: MatchPolicy): Asked {
  const rows = [...mentors.rows, ...mentees.rows]
  const everybody = readEverybody(rows, policy)
  const all = { mentors: asMentors(mentors.rows, everybody, policy), mentees: asMentees(mentees.rows, everybody) }
  const { mentorOnly, places, mentees: seekers } = decideShortage(all)
  const serving = new Set(mentorOnly)
  const crosses = mentors.hasDivision && mentees.hasDivision
  return {
    problem: { mentors: all.mentors, mentees: all.mentees.filter((it) => !serving.has(it.id)) },
    policy: policyOf(policy, rows, crosses),
    mentorOnly,
    names: readNames(rows),
    notes: [
      ...(policy.otherDivision === undefined && !crosses
        ? ['Divisions are not in both sheets, so pairs may be within one.']
        : []),
      ...(mentorOnly.length > 0
        ? [`${places} places for ${seekers} mentees: whoever applied for both serves as a mentor only`]
        : []),
    ],
  }
}

/** Blocks become pairs that may not be, both ways round: whose they are is not kept. */
function policyOf(it: MatchPolicy, rows: Rows, crosses: boolean): Policy {
  const blocked = rows.flatMap(({ value }) => value.blocks.flatMap((other) => bothWays(value.email, other)))
  const past = rows.flatMap(({ value }) => value.past.flatMap((other) => bothWays(value.email, other)))
  return {
    otherDivision: it.otherDivision ?? crosses,
    reportingLineDistance: it.reportingLineDistance,
    overlapHours: it.overlapHours,
    ...(it.levelsAhead ? { levelsAhead: it.levelsAhead } : {}),
    blocks: [],
    forbidden: inOrder([...it.forbidden.map(asIds), ...blocked]),
    pinned: it.pinned.map(asIds),
    past: inOrder(past),
    pastPairs: it.pastPairs,
    worth: {
      weights: it.weights,
      similarWords: it.similarWords,
      taxonomy: it.taxonomy ?? TOPICS.map(({ name, parent, aliases }) => ({ id: name, parents: [parent], aliases })),
    },
    seed: it.seed,
    shortage: { by: 'count' },
  }
}

type Ids = { readonly mentorId: string; readonly menteeId: string }

function asIds({ mentor, mentee }: MatchPolicy['pinned'][number]): Ids {
  return { mentorId: mentor, menteeId: mentee }
}

function bothWays(one: string, other: string): Ids[] {
  return [
    { mentorId: one, menteeId: other },
    { mentorId: other, menteeId: one },
  ]
}

/** Each once, in an order that does not tell who said it. */
function inOrder(pairs: readonly Ids[]): Ids[] {
  const keyed = new Map(pairs.map((it) => [`${it.mentorId} ${it.menteeId}`, it]))
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it)
}

/** Pins that could not be kept, each with the reason. */
function refusedPins({ refusedPins: refused }: MatchAnswer, { names }: Asked): string[] {
  return refused.map(({ mentorId, menteeId, code }) => {
    const unknown = [mentorId, menteeId].find((email) => !names.has(email))
    const reason = unknown ? `${unknown} is in neither sheet.` : refusalReason(code)
    return `note: ${mentorId} with ${menteeId} is pinned and was left out. ${reason}`
  })
}

/** Step by step, saying how near to the best the match is proven to be. */
function solve({ problem, policy }: Asked, progress: Progress): MatchAnswer {
  const steps = planSteps(problem, policy)
  try {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      const { round, gap } = step.value
      const within = Number.isFinite(gap) ? `, at most ${Math.ceil(gap / 100)} points from the best` : ''
      progress(SOLVED - (SOLVED - READ) / (round + 2), `Finding the best pairs${within}`)
    }
  } catch (error) {
    if (error instanceof RangeError) throw new Invalid(error.message)
    throw error
  }
}

type Said = { readonly title: string; readonly isProven: boolean; readonly notes: readonly string[] }

function writeAll(folder: string, asked: Asked, answer: MatchAnswer, said: Said): void {
  const files = {
    'pairs.csv': pairsSheet(answer.pairs),
    'unmatched.csv': unmatchedSheet(answer, asked),
    'report.html': reportPage(answer, asked, said),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'certificate.json'), certificateFile(asked, answer.certificate, files))
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new Invalid(`The file ${path} cannot be read. Check its name.`)
  }
}

function textOf(path: string): string {
  return new TextDecoder().decode(bytesOf(path))
}
