import { type Block, type MatchMap as Plan, planMap, type Ribbon } from './plan-map.ts'
import { byText, counted, NOT_SAID, type ShownPair, type Side } from './shapes.ts'

/** Which divisions the pairs join: a drawing under a sentence, and the same as a table. */
export function MatchMap({ pairs, side }: { readonly pairs: readonly ShownPair[]; readonly side: Side }) {
  const map = planMap(pairs, side)
  const of = (it: ShownPair['mentor']) => side.of(it) ?? NOT_SAID
  const inside = pairs.filter((it) => of(it.mentee) === of(it.mentor) && of(it.mentee) !== NOT_SAID).length
  const says =
    inside === 0
      ? `None of them stays inside one ${side.name}.`
      : `${inside} of ${pairs.length} ${inside === 1 ? 'stays' : 'stay'} inside one ${side.name}.`
  return (
    <section aria-labelledby="map">
      <h2 id="map">Across {side.name}s</h2>
      <p class="muted">{says}</p>
      {map ? <Drawing map={map} pairs={pairs.length} side={side} /> : null}
      {map ? (
        <details>
          <summary>
            <span>The same as a table</span>
          </summary>
          <Twin pairs={pairs} side={side} />
        </details>
      ) : (
        <Twin pairs={pairs} side={side} />
      )}
    </section>
  )
}

function Drawing({ map, pairs, side }: { readonly map: Plan; readonly pairs: number; readonly side: Side }) {
  const { isThreads } = map
  return (
    <figure>
      <svg class="map" viewBox={`0 0 400 ${map.height}`} role="img" aria-labelledby="map-title map-text">
        <title id="map-title">{`Which ${side.name}s the ${counted(pairs, 'pair')} join${pairs === 1 ? 's' : ''}`}</title>
        <desc id="map-text">
          {`Mentees on the left, mentors on the right, by ${side.name}. The table below holds the same counts.`}
        </desc>
        <text x="128" y="16" text-anchor="end" class="soft">
          Mentees
        </text>
        <text x="272" y="16" class="soft">
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
      <figcaption class="note">
        {isThreads ? 'One line for each pair.' : 'A ribbon is as wide as the pairs it stands for.'}
      </figcaption>
    </figure>
  )
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
        class="ink"
      />
      {it.label.map((line, at) => (
        <text x={text} y={y(at)} text-anchor={anchor} class="ink">
          {line}
        </text>
      ))}
      <text x={text} y={y(it.label.length)} text-anchor={anchor} class="soft">
        {it.count}
      </text>
    </>
  )
}

function Twin({ pairs, side }: { readonly pairs: readonly ShownPair[]; readonly side: Side }) {
  const of = (it: ShownPair['mentor']) => side.of(it) ?? NOT_SAID
  const rows = new Map<string, Map<string, number>>()
  for (const { mentee, mentor } of pairs) {
    const row = rows.get(of(mentee)) ?? new Map<string, number>()
    rows.set(of(mentee), row.set(of(mentor), (row.get(of(mentor)) ?? 0) + 1))
  }
  return (
    <table>
      <caption>Pairs by {side.name}</caption>
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
