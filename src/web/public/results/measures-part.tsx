import type { Results } from '../../../model/figures.ts'
import type { MeasureFigure } from '../../../model/measure-figure.ts'
import type { Measure } from '../../../model/measures.ts'
import type { Program } from '../../../model/program.ts'
import { DEFINED, ROUNDING } from '../../../texts/en/definitions.ts'
import {
  barOf,
  bestCaseInWords,
  countedInWords,
  figureInWords,
  partInWords,
  reachInWords,
} from '../../../texts/en/measures.ts'
import { targetInWords } from '../../../texts/en/percent.ts'
import { More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { HatchPattern, TargetBar, TargetBarKey } from '../../../ui/target-bar.tsx'

/** More figures than this read better as a table. */
const MOST_BARS = 12

/** What the program said it would be judged by: each figure beside its aim, and what can still come of it. */
export function MeasuresPart({ results, program }: { results: Results; program: Program }) {
  if (results.measures.length === 0) return null
  const of = Map.groupBy(results.measures, (it) => it.measure)
  const hasOpen = results.measures.some((it) => (it.standing?.open ?? 0) > 0)
  const hasAim = results.measures.some((it) => it.target !== null)
  return (
    <HungSection id="measures" heading="Measures">
      <HatchPattern />
      <p class="max-w-measure">What the program said it would be judged by, before it began.</p>
      <ol class="mt-5 border-b border-rule text-dense">
        {program.measures.map((measure) => (
          <MeasureLine
            key={measure.key}
            measure={measure}
            figures={of.get(measure.key) ?? []}
            program={program}
            asOf={results.asOf}
          />
        ))}
      </ol>
      <TargetBarKey
        certain="certain"
        aim={hasAim ? 'the aim' : null}
        {...(hasOpen ? { possible: 'still possible' } : {})}
      />
      <p class="mt-3 max-w-measure text-note text-muted">{ROUNDING}</p>
      <div class="mt-3">
        <More summary="The same as a table">
          <MeasureTable measures={results.measures} program={program} />
        </More>
      </div>
    </HungSection>
  )
}

type LineProps = { measure: Measure; figures: readonly MeasureFigure[]; program: Program; asOf: string }

function MeasureLine({ measure, figures, program, asOf }: LineProps) {
  const [only] = figures
  return (
    <li class="border-t border-rule py-3">
      {figures.length === 1 && only ? (
        <FigureRow name={measure.text} isStrong figure={only} program={program} />
      ) : (
        <>
          <p>
            <strong>{measure.text}</strong>
          </p>
          {figures.length <= MOST_BARS ? (
            <ul class="mt-2 space-y-2">
              {figures.map((figure) => (
                <li key={figure.of.join('/')}>
                  <FigureRow name={partInWords(program, figure)} figure={figure} program={program} />
                </li>
              ))}
            </ul>
          ) : (
            <More summary={`${figures.length} figures, as a table`}>
              <MeasureTable measures={figures} program={program} />
            </More>
          )}
        </>
      )}
      <HowCounted measure={measure} figures={figures} program={program} asOf={asOf} />
    </li>
  )
}

type RowProps = { name: string; isStrong?: boolean; figure: MeasureFigure; program: Program }

function FigureRow({ name, isStrong, figure, program }: RowProps) {
  const bar = barOf(figure)
  const part = isStrong ? partInWords(program, figure) : ''
  const notes = [bestCaseInWords(figure), reachInWords(figure)].filter((it) => it !== null)
  return (
    <div class="grid gap-x-6 gap-y-1 sm:grid-cols-[13rem_minmax(0,1fr)] md:grid-cols-[13rem_minmax(0,1fr)_13.5rem]">
      <p>
        {isStrong ? <strong>{name}</strong> : name}
        {part && <span class="block text-note text-muted">{part}</span>}
      </p>
      {bar ? (
        <TargetBar percent={bar.certain} possible={bar.possible} target={figure.target} />
      ) : (
        <span class="max-md:hidden" />
      )}
      <p class="max-md:sm:col-start-2">
        {figureInWords(figure)}
        {notes.map((note) => (
          <span key={note} class="block text-note text-muted">
            {note}
          </span>
        ))}
      </p>
    </div>
  )
}

/** The definition from the catalogue, with the numbers of the day in it. */
function HowCounted({ measure, figures, program, asOf }: LineProps) {
  const { counted, base, leftOut, beware, asOf: when } = DEFINED[measure.definition]
  const parts: readonly (readonly [string, string | null])[] = [
    ['Counted', counted],
    ['Divided by', base],
    ['Left out', leftOut],
    ['As of', when],
    ['Mind', beware],
  ]
  return (
    <div class="mt-1 max-w-measure">
      <More
        summary={
          <>
            How this is counted<span class="sr-only">: {measure.text}</span>
          </>
        }
      >
        <dl class="grid gap-x-4 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
          {parts.map(
            ([name, text]) =>
              text !== null && (
                <div key={name} class="contents">
                  <dt class="text-muted">{name}</dt>
                  <dd>{text}</dd>
                </div>
              ),
          )}
        </dl>
        <ul class="mt-2 space-y-1">
          {figures.slice(0, MOST_BARS).map((figure) => (
            <li key={figure.of.join('/')}>
              {[partInWords(program, figure), countedInWords(figure, asOf)].filter((it) => it !== '').join(': ')}
            </li>
          ))}
        </ul>
      </More>
    </div>
  )
}

function MeasureTable({ measures, program }: { measures: readonly MeasureFigure[]; program: Program }) {
  const texts = new Map(program.measures.map((it) => [it.key, it.text]))
  const rows = measures.map((it) => [
    [texts.get(it.measure) ?? it.measure, partInWords(program, it)].filter((one) => one !== '').join(', '),
    it.counted ?? '',
    it.base ?? '',
    figureInWords(it),
    it.target === null ? 'none' : targetInWords(it.target),
    reachInWords(it) ?? '',
  ])
  const columns = [
    { text: 'Measure' },
    { text: 'Counted', num: true },
    { text: 'Of', num: true },
    { text: 'In words' },
    { text: 'Aim', num: true },
    { text: 'What can still come' },
  ]
  return <Ledger caption="Every measure of the program" columns={columns} rows={rows} />
}
