import { type Block, byText, type Drawn, planMap, type Ribbon } from './plan-map.ts'

type Props = {
  readonly pairs: readonly Drawn[]
  /** What people are counted by: "division". */
  readonly by: string
}

/** Which divisions the pairs join, drawn; nothing where there are too many to read. The table beside it holds the same counts. */
export function MatchMap({ pairs, by }: Props) {
  const map = planMap(pairs)
  if (!map) return null
  const { isThreads } = map
  return (
    <figure>
      <svg
        class="map mt-3 block h-auto w-full text-[12.5px]"
        viewBox={`0 0 400 ${map.height}`}
        role="img"
        aria-labelledby="map-title map-text"
      >
        <title id="map-title">{`Which ${by}s the ${pairs.length} ${pairs.length === 1 ? 'pair joins' : 'pairs join'}`}</title>
        <desc id="map-text">
          {`Mentees on the left, mentors on the right, by ${by}. The table below holds the same counts.`}
        </desc>
        <text x="128" y="16" text-anchor="end" class="soft fill-muted">
          Mentees
        </text>
        <text x="272" y="16" class="soft fill-muted">
          Mentors
        </text>
        {map.ribbons.map((it) => (isThreads ? <Threads it={it} step={map.step} /> : <Band it={it} step={map.step} />))}
        {map.left.map((it) => (
          <Labelled it={it} bar={124} text={116} anchor="end" />
        ))}
        {map.right.map((it) => (
          <Labelled it={it} bar={270} text={284} anchor="start" />
        ))}
      </svg>
      <figcaption class="note text-note text-muted">
        {isThreads ? 'One line for each pair.' : 'A ribbon is as wide as the pairs it stands for.'}
      </figcaption>
    </figure>
  )
}

/** Whether the pairs have few enough divisions to be drawn. */
export function isDrawn(pairs: readonly Drawn[]): boolean {
  return planMap(pairs) !== null
}

/** How many of the pairs stay inside one division, in a sentence. */
export function insideInWords(pairs: readonly Drawn[], by: string, unknown: string): string {
  const inside = pairs.filter((it) => it.mentees === it.mentors && it.mentees !== unknown).length
  return inside === 0
    ? `None of them stays inside one ${by}.`
    : `${inside} of ${pairs.length} ${inside === 1 ? 'stays' : 'stay'} inside one ${by}.`
}

function Threads({ it, step }: { readonly it: Ribbon; readonly step: number }) {
  return (
    <>
      {Array.from({ length: it.pairs }, (_, at) => {
        const [left, right] = [it.left + (at + 0.5) * step, it.right + (at + 0.5) * step]
        return <path class="thread" d={`M130 ${left}C195 ${left} 205 ${right} 270 ${right}`} />
      })}
    </>
  )
}

function Band({ it, step }: { readonly it: Ribbon; readonly step: number }) {
  const wide = it.pairs * step
  const [left, right] = [it.left, it.right].map((at) => Math.round(at * 100) / 100) as [number, number]
  const [low, lower] = [left + wide, right + wide].map((at) => Math.round(at * 100) / 100) as [number, number]
  const d = `M130 ${left}C195 ${left} 205 ${right} 270 ${right}V${lower}C205 ${lower} 195 ${low} 130 ${low}Z`
  return <path class="ribbon" d={d} />
}

type LabelledProps = {
  readonly it: Block
  readonly bar: number
  readonly text: number
  readonly anchor: 'start' | 'end'
}

function Labelled({ it, bar, text, anchor }: LabelledProps) {
  const first = Math.max(it.top + 10, (it.top + it.bottom) / 2 - (it.label.length - 1) * 7)
  const y = (line: number) => Math.round((first + line * 14) * 100) / 100
  return (
    <>
      <rect
        x={bar}
        y={it.top}
        width="6"
        height={Math.max(1, Math.round((it.bottom - it.top) * 100) / 100)}
        class="ink fill-base-content"
      />
      {it.label.map((line, at) => (
        <text x={text} y={y(at)} text-anchor={anchor} class="ink fill-base-content">
          {line}
        </text>
      ))}
      <text x={text} y={y(it.label.length)} text-anchor={anchor} class="soft fill-muted">
        {it.count}
      </text>
    </>
  )
}

/** The counts of the map as a table. */
export function MapTable({ pairs, by }: Props) {
  const rows = new Map<string, Map<string, number>>()
  for (const { mentees, mentors } of pairs) {
    const row = rows.get(mentees) ?? new Map<string, number>()
    rows.set(mentees, row.set(mentors, (row.get(mentors) ?? 0) + 1))
  }
  return (
    <table class="ledger">
      <caption class="text-left text-note text-muted">Pairs by {by}</caption>
      <thead>
        <tr>
          <th scope="col">Mentees from</th>
          <th scope="col">have mentors from</th>
        </tr>
      </thead>
      <tbody>
        {[...rows]
          .sort(([a], [b]) => byText(a, b))
          .map(([name, others]) => (
            <tr>
              <th scope="row">{`${name}, ${[...others.values()].reduce((sum, count) => sum + count, 0)}`}</th>
              <td>
                {[...others]
                  .sort(([a], [b]) => byText(a, b))
                  .map(([other, count]) => `${other} ${count}`)
                  .join(', ')}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
