import type { Results } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { longDay } from '../../../texts/en/days.ts'
import { headlineShare, picturedMeasures, pictureInWords } from '../../../texts/en/measures.ts'
import { cadenceAnswer } from '../../../texts/en/results.ts'

type Props = { organisation: string; program: Program; results: Results }

const WIDTH = 640
const HEIGHT = 360
/** Letters that fit into a line of so large a type, about. */
const FIT = { heading: 34, line: 72, name: 38 } as const

/** The headline figures as a picture that stands by itself on any page, light or dark: it brings its own paper. */
export function HeadlinePicture({ organisation, program, results }: Props) {
  const answer = linesOf(cadenceAnswer(results.cadence, program.meetings.everyDays), FIT.heading).slice(0, 2)
  const share = linesOf(headlineShare(results), FIT.line).slice(0, 2)
  const top = 86 + 36 * (answer.length - 1)
  const bars = top + 56 + 20 * share.length
  const texts = new Map(program.measures.map((it) => [it.key, it.text]))
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{pictureInWords(program, results)}</title>
      <style>{STYLE}</style>
      <rect width={WIDTH} height={HEIGHT} class="paper" />
      <text x="28" y="40" class="small">
        {cut(`${organisation}. ${program.name}, ${program.season}`, FIT.line)}
      </text>
      {answer.map((line, at) => (
        <text key={line} x="28" y={80 + 36 * at} class="heading">
          {line}
        </text>
      ))}
      {share.map((line, at) => (
        <text key={line} x="28" y={top + 26 + 20 * at} class="line">
          {line}
        </text>
      ))}
      {picturedMeasures(results).map((it, at) => (
        <g key={it.measure} transform={`translate(28 ${bars + 50 * at})`}>
          <text y="0" class="line">
            {cut(texts.get(it.measure) ?? it.measure, FIT.name)}
          </text>
          <text x="584" y="0" class="line end">
            {it.words}
          </text>
          <rect y="10" width="584" height="14" class="empty" />
          <rect y="10" width={5.84 * it.possible} height="14" class="possible" />
          <rect y="10" width={5.84 * it.certain} height="14" class="certain" />
          {it.target !== null && <rect x={5.84 * it.target - 1} y="6" width="2.5" height="22" class="ink" />}
        </g>
      ))}
      <text x="28" y={HEIGHT - 20} class="small">
        As of {longDay(results.asOf)}. Dark: certain. Light: still possible. Line: the aim.
      </text>
    </svg>
  )
}

const STYLE = `text{font-family:Inter,system-ui,sans-serif;fill:#1b211f}.heading{font-size:29px;font-weight:700}.line{font-size:15px}
.small{font-size:13px;fill:#565e5a}.end{text-anchor:end}.paper{fill:#fdfcf8}.empty{fill:#ecebe4}.possible{fill:#a9c9c1}.certain{fill:#0f5b4d}.ink{fill:#1b211f}`

function linesOf(text: string, fit: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= fit) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function cut(text: string, fit: number): string {
  return text.length <= fit ? text : `${text.slice(0, fit - 1)}…`
}
