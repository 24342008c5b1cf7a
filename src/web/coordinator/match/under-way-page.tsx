import type { Followed, RunUnderWay } from '../../../journey/match/actions/follow-run.ts'
import { pointsInWords } from '../../../texts/en/match.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Follow, type Looks } from '../../parts/follow.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { matchLink } from './match-links.ts'

type Props = { followed: Followed; making: RunUnderWay; looks: Looks }

/** A run while it is made: how far it is, what is proven so far, and that one may leave. */
export function UnderWayPage({ followed: { season }, making, looks }: Props) {
  const isStopped = making.state === 'stopped'
  return (
    <div class="wrap pt-6 md:pt-10">
      <MatchCrumbs season={season} />
      {isStopped ? (
        <Stopped season={season} making={making} />
      ) : (
        <Follow here={matchLink('/under-way', { season })} looks={looks} line={soFarInWords(making)}>
          <h1 class="mt-1 max-w-[26ch]">A run is being made</h1>
          <p class="mt-3 max-w-measure">
            Begun {making.madeBy ? `by ${making.madeBy}, ` : ''}
            {secondsInWords(making.seconds)} ago. You may leave this page: the run goes on, and whoever starts one
            meanwhile gets this one.
          </p>
          <Steps making={making} />
        </Follow>
      )}
      <p class="mt-section flex flex-wrap gap-x-6 gap-y-1">
        <Link href={matchLink('', { season })}>The match board</Link>
        <Link href={matchLink('/runs', { season })}>All runs</Link>
      </p>
    </div>
  )
}

function Stopped({ season, making }: { season: string; making: RunUnderWay }) {
  return (
    <>
      <h1 class="mt-1 max-w-[26ch]">The run stopped before it was kept</h1>
      <p class="mt-3 max-w-measure">
        {whyInWords(making.stoppedBecause)} Nothing was changed: every run before is as it was.
      </p>
      <Form action="/desk/selection/match" class="mt-6">
        <input type="hidden" name="season" value={season} />
        <Button rank="primary">Run again</Button>
      </Form>
    </>
  )
}

function whyInWords(code: string | null): string {
  if (code === 'match-keeps-changing')
    return 'Each time it was made, people, applications or rules had changed meanwhile. Run again when nobody is changing them.'
  if (code === 'run-called-off' || code === null) return 'The server was stopped while it was made.'
  return 'Something went wrong while it was made. If it stops again, tell whoever runs this server; its own output says more.'
}

const ORDER = ['seating', 'pairing', 'checking'] as const

/** The aims in their order, each done, at work or to come. */
function Steps({ making }: { making: RunUnderWay }) {
  const { mentees, mentors, seated, gap } = making
  const now = ORDER.indexOf(making.step)
  const steps = [
    [
      'As many mentees as possible have a place, and the seats go by priority',
      seated === null ? '' : `${seated} of ${countOf(mentees, 'mentee')} can have one`,
    ],
    [
      'The pairs are worth as much as can be, and treat the worst-off pair best',
      now === 1 ? gapInWords(gap) : now > 1 ? 'no other match is worth more' : '',
    ],
    ['The proof is checked, by a checker that knows nothing of the search', ''],
  ] as const
  return (
    <ol class="mt-6 max-w-measure border-b border-rule">
      <Step state="done" text="People and rules are read" detail={readInWords(mentees, mentors)} />
      {steps.map(([text, detail], at) => (
        <Step key={text} state={at < now ? 'done' : at === now ? 'now' : 'to-come'} text={text} detail={detail} />
      ))}
    </ol>
  )
}

const STATES = { done: 'done', now: 'at work', 'to-come': 'to come' } as const

function Step({ state, text, detail }: { state: keyof typeof STATES; text: string; detail: string }) {
  return (
    <li
      class="grid grid-cols-[minmax(0,1fr)_6rem] gap-x-6 border-t border-rule py-3"
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <div class="min-w-0">
        <p class={state === 'to-come' ? 'text-muted' : state === 'now' ? 'font-semibold' : ''}>{text}</p>
        {detail !== '' && <p class="text-dense text-muted">{detail}</p>}
      </div>
      <p class={state === 'now' ? 'text-right font-semibold' : 'text-right text-muted'}>
        {state === 'done' && <Icon name="check" />}
        {STATES[state]}
      </p>
    </li>
  )
}

function readInWords(mentees: number, mentors: number): string {
  return `${countOf(mentees, 'mentee')}, ${countOf(mentors, 'mentor')}`
}

function gapInWords(gap: number | null): string {
  if (gap === null) return 'nothing is proven yet'
  if (gap === 0) return 'proved: no other match is worth more in total'
  return `no other match is worth more than ${pointsInWords(gap)} above the one found so far, all pairs together`
}

/** One sentence of how far it is, for whoever hears the page. */
function soFarInWords({ step, seated, mentees, gap }: RunUnderWay): string {
  if (step === 'checking') return 'The pairs are found. The proof is being checked.'
  if (step === 'seating' || seated === null) return 'Mentees are being seated.'
  return `${seated} of ${countOf(mentees, 'mentee')} can have a place; ${gapInWords(gap)}.`
}

function secondsInWords(seconds: number): string {
  return seconds < 120 ? countOf(seconds, 'second') : countOf(Math.floor(seconds / 60), 'minute')
}
