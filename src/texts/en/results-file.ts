import type { Results } from '../../model/figures.ts'
import type { Definition } from '../../model/measures.ts'
import type { Program } from '../../model/program.ts'
import { linesOfSeries } from './change.ts'
import { longDay } from './days.ts'
import { DEFINED, type Defined, definitionInWords, OF_KIND, ROUNDING } from './definitions.ts'
import { bestCaseInWords, figureInWords, headlineShare, partInWords, reachInWords } from './measures.ts'
import { percentInData } from './percent.ts'
import { cadenceAnswer, pairsSentence, peopleSentence, respondentsInWords } from './results.ts'

type Cell = string | number | null
/** One figure: of what, people or things it counts, of how many, its share with two decimals, or the words that stand for it. */
type Figure = {
  readonly part: string
  readonly of: string
  readonly figure: string
  readonly counted: Cell
  readonly base?: Cell
  readonly percent?: Cell
  readonly words?: string
  readonly target?: Cell
  readonly excluded?: Cell
  readonly definition: Definition
}

export const FIGURE_COLUMNS = [
  ...(['as_of', 'part', 'of', 'figure', 'counted', 'base', 'percent', 'words', 'target'] as const),
  ...(['left_out', 'definition', 'defined'] as const),
]

/** Every figure of a season, a row each, as the pages show them, with what it is made of. */
export function figuresInRows(program: Program, results: Results): readonly (readonly Cell[])[] {
  return figuresOf(program, results).map((it) => [
    results.asOf,
    it.part,
    it.of,
    it.figure,
    it.counted,
    it.base ?? null,
    it.percent ?? null,
    it.words ?? '',
    it.target ?? null,
    it.excluded ?? null,
    it.definition,
    definitionInWords(it.definition),
  ])
}

/** The same as data, with what each figure is made of. */
export function withDefinitions(results: Results) {
  const used = new Set<Definition>([...ALWAYS, ...results.measures.map((it) => it.definition)])
  const definitions: Partial<Record<Definition, Defined>> = Object.fromEntries([...used].map((it) => [it, DEFINED[it]]))
  return { ...results, definitions, rounding: ROUNDING }
}

/** What every season shows, whatever its file asks for. */
const ALWAYS: readonly Definition[] = ['participation', 'departments', 'retention', 'attendance', 'cadence', 'feedback']

/** The same as a text to read, to print, or to put into a report. */
export function figuresAsMarkdown(organisation: string, program: Program, results: Results): string {
  const figures = figuresOf(program, results)
  const tables = [...Map.groupBy(figures, ({ part }) => part)].flatMap(([part, rows]) => [
    `## ${part}`,
    '',
    '| Of | Figure | Counted | Base | Per cent | Aim |',
    '|---|---|---:|---:|---:|---:|',
    ...rows.map((it) => {
      const cells = [it.of, it.figure, it.counted ?? it.words, it.base, it.percent, it.target]
      return `| ${cells.map((cell) => plain(String(cell ?? ''))).join(' | ')} |`
    }),
    '',
  ])
  const used = new Set(figures.map(({ definition }) => definition))
  return [
    `# ${plain(program.name)}, ${plain(program.season)}`,
    '',
    `${plain(organisation)}. As of ${longDay(results.asOf)}.`,
    '',
    `${cadenceAnswer(results.cadence, program.meetings.everyDays)}. ${headlineShare(results)}`,
    '',
    `${peopleSentence(results.participation)} ${pairsSentence(results.participation)}`,
    '',
    ...tables,
    '## What each figure is made of',
    '',
    ...[...used].map((it) => `- **${plain(DEFINED[it].name)}.** ${plain(definitionInWords(it))}`),
    '',
    ROUNDING,
    '',
  ].join('\n')
}

function figuresOf(program: Program, results: Results): readonly Figure[] {
  return [
    ...ofMeasures(program, results),
    ...ofPeople(results),
    ...ofMeetings(results),
    ...ofAttendance(program, results),
    ...ofSurveys(program, results),
    ...ofSeries(program, results),
  ]
}

function ofMeasures(program: Program, { measures }: Results): readonly Figure[] {
  const texts = new Map(program.measures.map((it) => [it.key, it.text]))
  return measures.map((it) => ({
    part: 'Measures',
    of: partInWords(program, it),
    figure: texts.get(it.measure) ?? it.measure,
    counted: it.counted,
    base: it.base,
    percent: it.percent,
    words: it.counted === null ? figureInWords(it) : [bestCaseInWords(it), reachInWords(it)].filter(Boolean).join(' '),
    target: it.target,
    excluded: it.excluded,
    definition: it.definition,
  }))
}

function ofPeople({ participation }: Results): readonly Figure[] {
  const count = (figure: string, counted: number, definition: Definition): Figure => {
    return { part: 'People', of: '', figure, counted, definition }
  }
  return [
    count('people who took part', participation.people, 'participation'),
    count('pairs', participation.pairs, 'participation'),
    count('pairs that are active', participation.activePairs, 'retention'),
    count('pairs that ended', participation.endedPairs, 'retention'),
    count('departments of mentees', participation.menteeDepartments, 'departments'),
    count('departments of mentors', participation.mentorDepartments, 'departments'),
  ]
}

function ofMeetings({ cadence }: Results): readonly Figure[] {
  const row = (figure: string, counted: number, more: Partial<Figure> = {}): Figure => {
    return { part: 'Meetings', of: '', figure, counted, definition: 'cadence', ...more }
  }
  const { pairs: base, percent, target, windowsDue, states } = cadence
  return [
    row('pairs that met in every window', cadence.pairsEveryWindow, { base, percent, target }),
    ...(states ? [row('the same at best, if every unknown window was met', states.pairsAtBest, { base })] : []),
    row('windows that ended and were met', cadence.windowsMet, { base: windowsDue }),
    ...(states
      ? [
          row('windows of which both say that they met', states.both, { base: windowsDue }),
          row('windows of which one says so', states.one, { base: windowsDue }),
          row('windows of which the two disagree', states.disagree, { base: windowsDue }),
          row('windows of which nobody said anything', states.unknown, { base: windowsDue }),
          row('windows of which an answer may still come', states.open, { base: windowsDue }),
        ]
      : []),
    row('windows that were excused', cadence.windowsExcused),
  ]
}

function ofAttendance(program: Program, { attendance }: Results): readonly Figure[] {
  return attendance.flatMap((it): Figure[] => {
    const of = program.events.find((event) => event.key === it.event)?.name ?? it.event
    const { people: counted, roster: base, percent, target } = it
    const row = { part: 'Attendance', of, definition: 'attendance' } as const
    return [
      { ...row, figure: 'invited people who came', counted, base, percent, target },
      { ...row, figure: 'guests, not counted', counted: it.guests },
    ]
  })
}

function ofSurveys(program: Program, { surveys }: Results): readonly Figure[] {
  return surveys.flatMap((it): Figure[] => {
    const survey = program.surveys[it.survey]
    const of = `${survey?.name ?? it.survey}, ${respondentsInWords(it.role)}`
    const asked = new Map((survey?.questions[it.role] ?? []).map((one) => [one.key, one]))
    return [
      {
        part: 'Surveys',
        of,
        figure: 'people who answered',
        counted: it.answers,
        base: it.invited,
        percent: percentInData(it.answers, it.invited),
        definition: 'feedback',
      },
      ...it.questions.flatMap(({ key, base, options }) =>
        options.map((one): Figure => {
          const question = asked.get(key)
          const figure = `${question?.text ?? key}: ${one.option}`
          const words = one.people === null ? one.shown : ''
          const definition = OF_KIND[question?.kind ?? 'skills']
          return { part: 'Surveys', of, figure, counted: one.people, base, percent: one.percent, words, definition }
        }),
      ),
    ]
  })
}

function ofSeries(program: Program, results: Results): readonly Figure[] {
  return linesOfSeries(program, results)
}

/** Words of a program in a table of Markdown: one line, and no mark that means something there. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, (it) => `\\${it}`)
}
