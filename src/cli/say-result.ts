import type { Operation } from '../api/operation.ts'
import type { Released } from '../journey/announce/actions/release-letters.ts'
import type { DraftsRead } from '../journey/announce/actions.ts'
import type { Ready } from '../journey/match/actions/check-readiness.ts'
import type { Runs } from '../journey/match/actions/list-runs.ts'
import type { Priced } from '../journey/match/actions/price-rule.ts'
import type { Proposed } from '../journey/match/actions/read-run.ts'
import type { SeasonShortlists } from '../journey/match/actions/see-shortlists.ts'
import type { RuleSet, RulesInForce } from '../journey/match/actions/set-rule.ts'
import type { QuietPairs } from '../journey/meet/screens/quiet-pairs.ts'
import type { Attacked } from '../journey/results/screens/attack-results.ts'
import type { ParaphrasesSeen } from '../journey/survey/actions/words.ts'
import type { Results } from '../model/figures.ts'
import type { ImportReport } from '../model/report.ts'
import type { HatSaid } from '../office/screens/hats.ts'
import type { LostStepRemoved } from '../people/actions/remove-lost-second-step.ts'
import type { DirectoryScreen } from '../people/screens/directory.ts'
import type { PairsLeftAlone } from '../people/screens/pairs-left-alone.ts'
import type { DirectoryPreview } from '../people/shapes/directory.ts'
import { sayReport } from '../sheets/report.ts'
import type { comparedAsData } from '../texts/en/comparison.ts'
import { hatName } from '../texts/en/hats.ts'
import { respondentsInWords } from '../texts/en/results.ts'
import { sayPrice, sayReady, sayRuleSet, sayRules, sayRuns, sayShortlists } from './say-match.ts'
import { sayDirectory, sayLeftAlone, sayPreview, sayQuiet, sayStepRemoved } from './say-people.ts'
import { sayCompared, sayParaphrases } from './say-results.ts'

const NOUN: Readonly<Record<string, string>> = {
  people: 'people',
  holidays: 'holidays',
  applications: 'applications',
  reviews: 'reviews',
  training: 'completions',
  attendance: 'attendances',
  meetings: 'meetings',
  survey: 'answers',
}

/** What a person reads after a command; `--json` gives everything instead. */
export function sayResult(operation: Operation, result: object): readonly string[] {
  if (operation.action === 'review.clearApplications') return ['done']
  if (operation.action === 'people.previewPeople') return sayPreview(result as DirectoryPreview)
  if (operation.action === 'people.seeDirectory') return sayDirectory(result as DirectoryScreen)
  if (operation.action === 'people.seePairsLeftAlone') return sayLeftAlone(result as PairsLeftAlone)
  if (operation.action === 'people.removeLostSecondStep') return sayStepRemoved(result as LostStepRemoved)
  if (operation.action === 'meet.seeQuietPairs') return sayQuiet(result as QuietPairs)
  if ('rejected' in result) return sayReport(result as ImportReport, NOUN[operation.file ?? ''] ?? 'rows')
  if (operation.action === 'match.proposeMatch' || operation.action === 'match.showMatch')
    return sayMatch(result as Proposed)
  if (operation.action === 'match.checkReadiness') return sayReady(result as Ready)
  if (operation.action === 'match.listRuns') return sayRuns(result as Runs)
  if (operation.action === 'match.priceRule') return sayPrice(result as Priced)
  if (operation.action === 'match.seeRules') return sayRules(result as RulesInForce)
  if (operation.action === 'match.seeShortlists') return sayShortlists(result as SeasonShortlists)
  if (operation.action === 'match.setRule') return sayRuleSet(result as RuleSet)
  if (operation.action === 'announce.releaseDecisions') return sayReleased(result as Released)
  if (operation.action === 'results.showResults') return sayResults(result as Results)
  if (operation.action === 'results.attackResults') return sayAttack(result as Attacked)
  if (operation.action === 'results.compareSeasons') return sayCompared(result as ReturnType<typeof comparedAsData>)
  if (operation.action === 'survey.seeParaphrases') return sayParaphrases(result as ParaphrasesSeen)
  if ('lines' in result) return result.lines as string[]
  if (operation.action === 'announce.readDrafts') return sayDrafts(result as DraftsRead)
  if ('hats' in result) return sayHats(result.hats as readonly HatSaid[])
  return Object.entries(result).map(
    ([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  )
}

function sayMatch(it: Proposed): string[] {
  const list = (name: string, people: readonly string[]) =>
    people.length > 0 ? [`${name}:`, ...people.map((email, at) => `  ${at + 1}. ${email}`)] : []
  return [
    `Run ${it.run}: ${it.pairs.length} ${it.pairs.length === 1 ? 'pair' : 'pairs'}${it.publishedOn ? `, published on ${it.publishedOn}` : ''}`,
    ...it.pairs.map(
      (pair) =>
        `  ${pair.mentor} with ${pair.mentee}${pair.worth === null ? '' : ` (${(pair.worth / 100).toFixed(0)}): ${pair.reason}`}`,
    ),
    ...list('Apply as both and serve as mentors only', it.mentorsOnly),
    ...list('Waiting list, in order', it.waitingList),
    ...list('Reserve', it.reserve),
    ...sayLocked(it.locked, 'line'),
  ]
}

function sayReleased(it: Released): string[] {
  const where =
    it.sent === 'queued' ? 'sent to the mail server' : `not sent; the letters are in ${it.folder ?? 'no folder'}`
  return [`${it.released} letters: ${it.pairs} about a pair, ${it.noPlace} without a place. ${where}`]
}

function sayDrafts({ drafts, locked }: DraftsRead): string[] {
  const letters = drafts.flatMap((it) => [`To: ${it.to}`, `Subject: ${it.subject}`, '', it.body, '', '---'])
  return [...letters, ...sayLocked(locked, 'letter')]
}

function sayLocked(locked: number, noun: 'letter' | 'line'): string[] {
  if (locked === 0) return []
  const what = locked === 1 ? `1 ${noun} about you is locked` : `${locked} ${noun}s about you are locked`
  return [`${what}; another coordinator ${noun === 'letter' ? 'reads' : 'handles'} ${locked === 1 ? 'it' : 'them'}.`]
}

function sayHats(hats: readonly HatSaid[]): string[] {
  return hats.map((it) => {
    const until = it.until ? `, until ${it.until}` : ''
    const lent = it.lentBy ? `, lent by ${it.lentBy}` : ''
    return `${it.email}: ${hatName(it.hat, it.deputy)}, ${it.season ?? 'every season'}, since ${it.from}${until}${lent}`
  })
}

function sayResults(it: Results): string[] {
  const percent = (value: number | null) => (value === null ? 'no figure yet' : `${value} %`)
  return [
    `${it.season}, as of ${it.asOf}`,
    `${it.participation.people} people in ${it.participation.pairs} pairs; mentees from ${it.participation.menteeDepartments} departments, mentors from ${it.participation.mentorDepartments}`,
    `${it.cadence.pairsEveryWindow} of ${it.cadence.pairs} pairs met in every window: ${percent(it.cadence.percent)}${it.cadence.target === null ? '' : `, target ${it.cadence.target} %`}`,
    ...it.attendance.map(
      (event) =>
        `${event.event}: ${event.people} of ${event.roster} came, ${percent(event.percent)} (sessions ${event.sessions.join(', ')})`,
    ),
    ...it.surveys.map(
      (survey) =>
        `survey ${survey.survey}, ${respondentsInWords(survey.role)}: ${survey.answers} of ${survey.invited} answered`,
    ),
  ]
}

function sayAttack(it: Attacked): string[] {
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`
  const read = [
    `Read ${count(it.tables, 'table')} of survey figures in ${count(it.seasons, 'season')}, on ${count(it.days, 'day')}, each by itself and against what stood there before (${count(it.differences, 'difference')}).`,
    `Set ${count(it.groups, 'group')} of breakdowns against the whole, against one another and against those left over, and ${count(it.changes, 'change')} against the tables of both surveys.`,
  ]
  const where = (one: Attacked['small'][number] | Attacked['certain'][number]) =>
    `  ${one.season}, ${one.survey}, ${respondentsInWords(one.role)}, ${one.question}: ${one.of}`
  const small = it.small.map((one) => `${where(one)} are ${one.people}, and a figure of theirs can be worked out`)
  const few = small.length > 0 ? [`Too few, and must not be told of (${small.length}):`, ...small] : []
  if (it.certain.length === 0) return [...read, ...few, 'No answer could be made certain.']
  const says = it.certain.map((one) => `${where(one)} ${one.gave ? 'said' : 'did not say'} "${one.option}"`)
  return [...read, ...few, `Certain, and must not be (${it.certain.length}):`, ...says]
}
