import { render } from 'preact-render-to-string'
import { insideInWords, isDrawn, MapTable, MatchMap } from '../../web/parts/match-map.tsx'
import { byText } from '../../web/parts/plan-map.ts'
import type { Named } from '../match-people.ts'
import { withNames } from '../match-tables.ts'
import { Fairness } from './fairness.tsx'
import { PairList } from './pair-list.tsx'
import { counted, NOT_SAID, outOf100, type ShownPair, type Side, sideOf, ZONE } from './shapes.ts'
import { STYLES } from './styles.ts'

type Answer = {
  readonly pairs: readonly (Omit<ShownPair, 'mentor' | 'mentee'> & {
    readonly mentorId: string
    readonly menteeId: string
  })[]
  readonly unmatched: readonly { readonly id: string; readonly role: string; readonly reason: string }[]
  readonly totals: { readonly places: number }
}
type Asked = {
  readonly problem: { readonly mentees: readonly { readonly id: string }[] }
  readonly mentorOnly: readonly string[]
  readonly names: ReadonlyMap<string, Named>
}
type Said = { readonly title: string; readonly isProven: boolean; readonly notes: readonly string[] }

/** The report as one file: no script, nothing from outside, the same bytes for the same match. */
export function reportPage(answer: Answer, asked: Asked, said: Said): string {
  return `<!doctype html>\n${render(<Report answer={answer} asked={asked} said={said} />)}\n`
}

function Report({ answer, asked, said }: { readonly answer: Answer; readonly asked: Asked; readonly said: Said }) {
  const named = (id: string): Named =>
    asked.names.get(id) ?? { email: id, name: id, division: null, department: null, zone: null }
  const pairs = answer.pairs
    .map((it) => ({ ...it, mentor: named(it.mentorId), mentee: named(it.menteeId) }))
    .sort((a, b) => byText(a.mentee.name, b.mentee.name) || byText(a.menteeId, b.menteeId))
  const mentees = asked.problem.mentees.map((it) => named(it.id))
  const people = [...asked.names.values()]
  const side = sideOf(people)
  const sides = [side, ZONE]
    .flatMap((it, at, all) => (it && all.indexOf(it) === at ? [it] : []))
    .filter((it) => mentees.some((one) => it.of(one) !== null))
  const waiting = answer.unmatched.filter((it) => it.role === 'mentee')
  const reserve = answer.unmatched.filter((it) => it.role === 'mentor')
  const headline = `${counted(pairs.length, 'pair')}, ${waiting.length === 0 ? 'and no mentee without a mentor' : `${counted(waiting.length, 'mentee')} without a mentor`}`
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${said.title}: ${headline}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <p class="wrap">
            <svg viewBox="0 0 20 24" fill="currentColor" aria-hidden="true">
              <rect x="1" y="0" width="7.5" height="19" rx="1" />
              <rect x="11.5" y="5" width="7.5" height="19" rx="1" />
            </svg>
            {said.title}
          </p>
        </header>
        <main id="main" class="wrap">
          <h1>{headline}</h1>
          <Proof isProven={said.isProven} />
          {asked.mentorOnly.length > 0 ? (
            <p class="prose">
              There were fewer places than mentees, so whoever applied for both roles serves as a mentor:{' '}
              {asked.mentorOnly.map((id) => named(id).name).join(', ')}.
            </p>
          ) : null}
          <p class="prose note muted">
            Read by whoever you give this file to. It holds names and what people wrote about themselves: keep it as you
            keep the two spreadsheets.
          </p>
          <Facts pairs={pairs} places={answer.totals.places} reserve={reserve.length} />
          {waiting.length > 0 ? (
            <Left
              id="waiting"
              heading={`${counted(waiting.length, 'mentee')} without a mentor${inOrder(waiting)}`}
              left={waiting}
              names={asked.names}
            />
          ) : null}
          <div class={side && pairs.length > 0 ? 'two' : ''}>
            {side && pairs.length > 0 ? <Across pairs={pairs} side={side} /> : null}
            {pairs.length > 0 ? <PairList pairs={pairs} /> : <Nobody />}
          </div>
          {reserve.length > 0 ? (
            <Left
              id="reserve"
              heading={`${counted(reserve.length, 'mentor')} in reserve${inOrder(reserve)}`}
              left={reserve}
              names={asked.names}
            />
          ) : null}
          {sides.length > 0 ? <Fairness pairs={pairs} mentees={mentees} sides={sides} /> : null}
          {said.notes.length > 0 ? <Notes notes={said.notes} /> : null}
        </main>
        <footer>
          <p class="wrap">Made with Alongside, open source, from two spreadsheets.</p>
        </footer>
      </body>
    </html>
  )
}

function Proof({ isProven }: { readonly isProven: boolean }) {
  return (
    <p class="prose">
      {isProven ? 'Proved: no better match exists under these rules. ' : 'This match is not proved to be the best. '}
      Whoever doubts it can check: <code>npx alongside match verify</code> and the folder of this file.
    </p>
  )
}

type FactsProps = { readonly pairs: readonly ShownPair[]; readonly places: number; readonly reserve: number }

function Facts({ pairs, places, reserve }: FactsProps) {
  const worths = pairs.map((it) => it.worth)
  const mean = worths.reduce((sum, it) => sum + it, 0) / Math.max(1, worths.length)
  const facts: readonly (readonly [string, string])[] = [
    ['Worth, mean of 100', worths.length === 0 ? 'no pair' : outOf100(mean)],
    ['Worst-off pair', worths.length === 0 ? 'no pair' : outOf100(worths.reduce((a, b) => Math.min(a, b)))],
    ['Places left', String(Math.max(0, places - pairs.length))],
    ['Mentors in reserve', String(reserve)],
  ]
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Which divisions the pairs join: a drawing under a sentence, and the same as a table. */
function Across({ pairs, side }: { readonly pairs: readonly ShownPair[]; readonly side: Side }) {
  const of = (it: Named) => side.of(it) ?? NOT_SAID
  const drawn = pairs.map((it) => ({ mentees: of(it.mentee), mentors: of(it.mentor) }))
  const table = <MapTable pairs={drawn} by={side.name} />
  return (
    <section aria-labelledby="map">
      <h2 id="map">Across {side.name}s</h2>
      <p class="muted">{insideInWords(drawn, side.name, NOT_SAID)}</p>
      <MatchMap pairs={drawn} by={side.name} />
      {isDrawn(drawn) ? (
        <details>
          <summary>
            <span>The same as a table</span>
          </summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  )
}

type LeftProps = {
  readonly id: string
  readonly heading: string
  readonly left: Answer['unmatched']
  readonly names: ReadonlyMap<string, Named>
}

function Left({ id, heading, left, names }: LeftProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ol class="list">
        {left.map((it) => (
          <li>
            <div>
              <h3>{names.get(it.id)?.name ?? it.id}</h3>
              <p class="note muted">{names.get(it.id)?.division ?? names.get(it.id)?.department ?? it.id}</p>
            </div>
            <p>{withNames(it.reason, names)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function inOrder(left: readonly unknown[]): string {
  return left.length > 1 ? ', in order' : ''
}

function Nobody() {
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">No pairs</h2>
      <p class="prose">
        No mentee and mentor of the two sheets may be paired under these rules. Below is what the sheets held.
      </p>
    </section>
  )
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">What was read</h2>
      <ul class="list">
        {notes.map((it) => (
          <li>
            <p>{it}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
