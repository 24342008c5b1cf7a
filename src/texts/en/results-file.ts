import type { Results } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import { linesOfSeries } from './change.ts'
import { longDay } from './days.ts'
import { cadenceAnswer, cadenceShare, pairsSentence, peopleSentence, respondentsInWords } from './results.ts'

type Cell = string | number | null
/** One figure: of what, people or things it counts, of how many, its share with two decimals, or the words that stand for it. */
type Figure = readonly [
  part: string,
  of: string,
  figure: string,
  counted: Cell,
  base: Cell,
  percent: Cell,
  words: string,
]

export const FIGURE_COLUMNS = ['as_of', 'part', 'of', 'figure', 'counted', 'base', 'percent', 'words'] as const

/** Every figure of a season, a row each, as the pages show them. */
export function figuresInRows(program: Program, results: Results): readonly (readonly Cell[])[] {
  return figuresOf(program, results).map((it) => [results.asOf, ...it])
}

/** The same as a text to read, to print, or to put into a report. */
export function figuresAsMarkdown(organisation: string, program: Program, results: Results): string {
  const parts = Map.groupBy(figuresOf(program, results), ([part]) => part)
  const tables = [...parts].flatMap(([part, figures]) => [
    `## ${part}`,
    '',
    '| Of | Figure | Counted | Base | Per cent |',
    '|---|---|---:|---:|---:|',
    ...figures.map(([, of, figure, counted, base, percent, words]) => {
      const cells = [of, figure, counted ?? words, base ?? '', percent ?? '']
      return `| ${cells.map((it) => plain(String(it))).join(' | ')} |`
    }),
    '',
  ])
  return [
    `# ${plain(program.name)}, ${plain(program.season)}`,
    '',
    `${plain(organisation)}. As of ${longDay(results.asOf)}.`,
    '',
    `${cadenceAnswer(results.cadence, program.meetings.everyDays)}. ${cadenceShare(results.cadence)}`,
    '',
    `${peopleSentence(results.participation)} ${pairsSentence(results.participation)}.`,
    '',
    ...tables,
  ].join('\n')
}

function figuresOf(program: Program, results: Results): readonly Figure[] {
  const { participation, cadence, attendance, surveys } = results
  const count = (figure: string, counted: number): Figure => ['People', '', figure, counted, null, null, '']
  return [
    count('people who took part', participation.people),
    count('pairs', participation.pairs),
    count('pairs that are active', participation.activePairs),
    count('pairs that ended', participation.endedPairs),
    count('departments of mentees', participation.menteeDepartments),
    count('departments of mentors', participation.mentorDepartments),
    ['Meetings', '', 'pairs that met in every window', cadence.pairsEveryWindow, cadence.pairs, cadence.percent, ''],
    ['Meetings', '', 'windows that ended and were met', cadence.windowsMet, cadence.windowsDue, null, ''],
    ['Meetings', '', 'windows that were excused', cadence.windowsExcused, null, null, ''],
    ...attendance.flatMap((it): Figure[] => {
      const name = program.events.find((event) => event.key === it.event)?.name ?? it.event
      return [
        ['Attendance', name, 'invited people who came', it.people, it.roster, it.percent, ''],
        ['Attendance', name, 'guests, not counted', it.guests, null, null, ''],
      ]
    }),
    ...surveys.flatMap((it): Figure[] => {
      const survey = program.surveys[it.survey]
      const of = `${survey?.name ?? it.survey}, ${respondentsInWords(it.role)}`
      const texts = new Map((survey?.questions[it.role] ?? []).map((one) => [one.key, one.text]))
      return [
        ['Surveys', of, 'people who answered', it.answers, it.invited, null, ''],
        ...it.questions.flatMap(({ key, base, options }) =>
          options.map((one): Figure => {
            const figure = `${texts.get(key) ?? key}: ${one.option}`
            return ['Surveys', of, figure, one.people, base, one.percent, one.people === null ? one.shown : '']
          }),
        ),
      ]
    }),
    ...linesOfSeries(program, results).map(
      (it): Figure => [it.part, it.of, it.figure, it.counted, it.base, it.percent, it.words],
    ),
  ]
}

/** Words of a program in a table of Markdown: one line, and no mark that means something there. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, (it) => `\\${it}`)
}
