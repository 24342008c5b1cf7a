import { counted, outOf100, type ShownPair } from './shapes.ts'

/** How many pairs stand open; the others are folded away by as many. The look, "Overfull". */
const PAGE = 50

/** Every pair with what joins them, and every part of its worth. */
export function PairList({ pairs }: { readonly pairs: readonly ShownPair[] }) {
  const pages = Array.from({ length: Math.ceil(pairs.length / PAGE) }, (_, at) =>
    pairs.slice(at * PAGE, (at + 1) * PAGE),
  )
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{counted(pairs.length, 'pair')}, by the mentee’s name</h2>
      {pages.map((page, at) => {
        const span = `${at * PAGE + 1} to ${at * PAGE + page.length} of ${pairs.length}`
        return pages.length === 1 ? (
          <Page pairs={page} caption="Pairs" />
        ) : (
          <details open={at === 0}>
            <summary>
              <span>{span}</span>
            </summary>
            <Page pairs={page} caption={`Pairs ${span}`} />
          </details>
        )
      })}
    </section>
  )
}

function Page({ pairs, caption }: { readonly pairs: readonly ShownPair[]; readonly caption: string }) {
  return (
    <table class="pairs">
      <caption class="note">{caption}. Worth is out of 100.</caption>
      <thead>
        <tr>
          <th scope="col">Mentee with mentor</th>
          <th scope="col">What joins them</th>
          <th scope="col" class="num">
            Worth
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((it) => (
          <tr>
            <th scope="row">
              {it.mentee.name} with {it.mentor.name}
              <span class="plain">{whereFrom(it)}</span>
            </th>
            <td class="why">
              {joins(it)}
              <Parts it={it} />
            </td>
            <td class="num">{outOf100(it.worth)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Parts({ it }: { readonly it: ShownPair }) {
  if (it.terms.length === 0) return null
  return (
    <details>
      <summary class="note">
        <span>
          Why {outOf100(it.worth)}, {it.mentee.name} with {it.mentor.name}
        </span>
      </summary>
      <dl class="parts">
        {it.terms.map((term) => (
          <>
            <dt>
              {capital(term.name)}: {term.says}
            </dt>
            <dd>
              {(term.points / 100).toFixed(1)} of {(term.max / 100).toFixed(1)}
            </dd>
          </>
        ))}
      </dl>
      <p class="ranks">
        Of everybody possible, {it.mentor.name} is {place(it.rankForMentee)} for {it.mentee.name}, and {it.mentee.name}{' '}
        {place(it.rankForMentor)} for {it.mentor.name}.
      </p>
    </details>
  )
}

/** "the best", "the 2nd". */
function place(rank: number): string {
  if (rank === 1) return 'the best'
  const tens = Math.floor((rank % 100) / 10)
  const ending = tens === 1 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[rank % 10] ?? 'th')
  return `the ${rank}${ending}`
}

/** The strongest parts of the worth, those above half of what they could be. */
function joins({ terms, pinned }: ShownPair): string {
  const strong = [...terms].filter((it) => it.points * 2 > it.max).sort((a, b) => b.points - a.points)
  const because = capital(strong.map((it) => it.says).join('; ')) || 'This serves the whole match best'
  return pinned ? `Pinned. ${because}` : because
}

function whereFrom({ mentee, mentor }: ShownPair): string {
  const from = [mentee, mentor].map((it) => it.division ?? it.department)
  return from.every((it) => it === null) ? '' : from.map((it) => it ?? 'not said').join(' with ')
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
