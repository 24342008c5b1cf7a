import type { Board } from '../../../journey/match/actions/see-board.ts'
import { longDay } from '../../../texts/en/days.ts'
import { outOf100 } from '../../../texts/en/match.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { BoardMap } from './board-map.tsx'
import { FairnessSection } from './fairness-section.tsx'
import { type BoardAsked, matchLink } from './match-links.ts'
import { PairsSection } from './pairs-section.tsx'
import { RulesSection } from './rules-section.tsx'
import { WithoutSection } from './without-section.tsx'

/** What was just done; `undo` is the step that can be taken back. */
export type BoardDone = { readonly text: string; readonly undo: string | null } | null
type Props = { board: Board; asked: BoardAsked; done: BoardDone; refused: string | null }

/** A run of the match, and everything it is decided by. */
export function BoardPage({ board, asked, done, refused }: Props) {
  const { season, run } = board
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && (
        <ErrorSummary heading="Not published; nothing was changed" errors={[{ fieldId: 'next', text: refused }]} />
      )}
      {done && <Done season={season} done={done} />}
      <p class={refused || done ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/selection?season=${season}`}>selecting</Link>,{' '}
        {board.seasonName}
      </p>
      {board.making && <UnderWay season={season} making={board.making} />}
      {run ? (
        <>
          <Head board={board} run={run} refused={refused !== null} />
          <WithoutSection board={board} run={run.number} />
          {board.pairs.length > 0 && (
            <div class="mt-section grid gap-x-14 gap-y-section *:min-w-0 lg:grid-cols-[23rem_minmax(0,1fr)]">
              <BoardMap pairs={board.pairs} />
              <PairsSection board={board} run={run.number} asked={asked} />
            </div>
          )}
          <RulesSection board={board} run={run} />
          <FairnessSection fairness={board.fairness} />
        </>
      ) : (
        <NoRun season={season} />
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Read by the coordinators of this season. Everybody who applied sees, once they have heard, by hat and day who
        looked at a run.
      </p>
    </div>
  )
}

function UnderWay({ season, making }: { season: string; making: NonNullable<Board['making']> }) {
  return (
    <p class="mt-6 bg-base-200 px-5 py-4">
      <Icon name="circle-alert" />
      {making.state === 'under-way' ? 'A run is being made now. ' : 'A run stopped before it was kept. '}
      <Link href={matchLink('/under-way', { season })}>
        {making.state === 'under-way' ? 'See how far it is' : 'See why, and run again'}
      </Link>
    </p>
  )
}

function Done({ season, done }: { season: string; done: NonNullable<BoardDone> }) {
  return (
    <div class="flex flex-wrap items-center gap-x-6 bg-base-200">
      <Notice>{done.text}</Notice>
      {done.undo && (
        <Form action="/desk/match/rules/lift" class="px-5 pb-4 md:pb-0">
          <input type="hidden" name="season" value={season} />
          <input type="hidden" name="change" value={done.undo} />
          <Button rank="row">Undo</Button>
        </Form>
      )}
    </div>
  )
}

function NoRun({ season }: { season: string }) {
  return (
    <>
      <h1 class="mt-1 max-w-[26ch]">No run yet</h1>
      <p class="mt-3 max-w-measure">
        A run seats as many mentees as possible, then finds the best pairs, and proves that there are no better ones.
        Nobody hears of it.
      </p>
      <p class="mt-6 flex flex-wrap gap-4">
        <ButtonLink href={matchLink('/ready', { season })} rank="primary">
          See what a run would have to go on
        </ButtonLink>
      </p>
    </>
  )
}

function Head({ board, run, refused }: { board: Board; run: NonNullable<Board['run']>; refused: boolean }) {
  const { season } = board
  const waiting = board.without.filter((it) => it.role === 'mentee').length
  const by = run.madeBy ? ` by ${run.madeBy}` : ''
  const rules = board.rules.flatMap((it) => it.pairs.map(() => it.kind))
  const pinned = rules.filter((it) => it === 'pinned').length
  return (
    <>
      <p class="mt-6 text-muted">
        Run {run.number}, {longDay(run.happenedOn)}
        {by}. {run.publishedOn ? publishedInWords(run) : `Everyone hears on ${longDay(board.announcedOn)}.`}
      </p>
      <div class="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-end">
        <div>
          <h1 class="mt-1 max-w-[26ch]">
            {countOf(board.pairs.length, 'pair')} {run.publishedOn ? 'published' : 'proposed'},{' '}
            {waiting === 0 ? 'nobody without a mentor' : `${countOf(waiting, 'mentee')} without a mentor`}
          </h1>
          <p class="mt-3 max-w-measure">
            {placesInWords(board, run)} {shortageInWords(board)} {chosenInWords(board)}
          </p>
          <Proof run={run} />
        </div>
        <Next season={season} run={run} waitsFor={board.waitsFor} isPrimary={!refused} />
      </div>
      <div class="mt-6">
        <Facts
          facts={[
            { term: 'Worth, mean of 100', value: board.mean === null ? 'no pair' : outOf100(board.mean) },
            { term: 'Worst-off pair', value: board.worst === null ? 'no pair' : outOf100(board.worst) },
            { term: 'Pinned, forbidden', value: `${pinned}, ${rules.length - pinned}` },
            {
              term: board.since ? `Since run ${board.since.run}` : 'Since the run before',
              value: board.since ? (
                <Link href={matchLink('/compare', { season, run: board.since.run, with: run.number })}>
                  {board.since.moves === 0 ? 'nobody moved' : `${countOf(board.since.moves, 'mentee')} moved`}
                </Link>
              ) : (
                'the first'
              ),
            },
          ]}
        />
      </div>
      <p class="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-dense">
        <Link href={matchLink('/runs', { season })}>All runs</Link>
        <Link href={matchLink('/ready', { season })}>What a run would have to go on now</Link>
      </p>
    </>
  )
}

function publishedInWords({ publishedOn, publishedBy }: NonNullable<Board['run']>): string {
  return `Published on ${longDay(publishedOn ?? '')}${publishedBy ? ` by ${publishedBy}` : ''}.`
}

function placesInWords(board: Board, { places, mentees }: NonNullable<Board['run']>): string {
  const reserve = board.without.filter((it) => it.role === 'mentor').length
  return `There were ${countOf(places, 'place')} for ${countOf(mentees, 'mentee')}; ${reserve === 0 ? 'no mentor is' : countOf(reserve, 'mentor is', 'mentors are')} in reserve.`
}

function shortageInWords({ mentorOnly }: Board): string {
  if (mentorOnly.length === 0) return ''
  return `Places were short, so ${countOf(mentorOnly.length, 'person', 'people')} who applied for both ${mentorOnly.length === 1 ? 'serves' : 'serve'} as ${mentorOnly.length === 1 ? 'a mentor' : 'mentors'} only.`
}

function chosenInWords({ pairs }: Board): string {
  const chosen = pairs.filter((it) => it.isChosen).length
  return chosen === 0 ? '' : `${countOf(chosen, 'mentee has', 'mentees have')} a mentor they chose.`
}

function Proof({ run }: { run: NonNullable<Board['run']> }) {
  if (run.stands === null) return null
  if (!run.stands) return <p class="mt-2 max-w-measure">It is not proved that there is no better match.</p>
  return (
    <div class="mt-2">
      <More summary="Proved: no better match exists under this season’s rules">
        <p class="max-w-measure">
          A checker that knows nothing of the search took the certificate of this run when it was made and confirmed, in
          order: no more mentees can be seated, nobody higher in priority could take one of these seats, no other pairs
          are worth more in total, and none of that worth treats the worst-off pair better. Seed {run.seed}.
        </p>
      </More>
    </div>
  )
}

type NextProps = {
  season: string
  run: NonNullable<Board['run']>
  waitsFor: Board['waitsFor']
  isPrimary: boolean
}

function Next(props: NextProps) {
  if (props.run.isLatest)
    return (
      <Offered to="/desk/selection/match">
        <NextOfLatest {...props} />
      </Offered>
    )
  return (
    <p id="next" class="lg:text-right">
      <ButtonLink href={matchLink('', { season: props.season })} rank="primary">
        Go to the latest run
      </ButtonLink>
    </p>
  )
}

function NextOfLatest({ season, run, waitsFor, isPrimary }: NextProps) {
  if (run.publishedOn)
    return (
      <Form action="/desk/selection/match" id="next" class="lg:text-right">
        <input type="hidden" name="season" value={season} />
        <Button>Match the waiting list</Button>
      </Form>
    )
  if (waitsFor)
    return (
      <div id="next" class="flex flex-wrap gap-4 lg:justify-end">
        <Form action="/desk/selection/match">
          <input type="hidden" name="season" value={season} />
          <Button>Run again</Button>
        </Form>
        <ButtonLink href={matchLink('/shortlists', { season })} rank={isPrimary ? 'primary' : 'second'}>
          Look at the shortlists
        </ButtonLink>
        <p class="w-full max-w-measure text-note text-muted lg:text-right">
          {waitsFor === 'open'
            ? 'Mentees still choose. Pairs are published after their day, by a run that keeps to what they chose.'
            : 'In this season mentees choose first, so pairs are not published yet. A run of now only shows what would be.'}
        </p>
      </div>
    )
  return (
    <div id="next" class="flex flex-wrap gap-4 lg:justify-end">
      <Form action="/desk/selection/match">
        <input type="hidden" name="season" value={season} />
        <Button rank={isPrimary ? 'second' : 'primary'}>Run again</Button>
      </Form>
      <Form action="/desk/match/publish">
        <input type="hidden" name="season" value={season} />
        <input type="hidden" name="run" value={String(run.number)} />
        <Button rank={isPrimary ? 'primary' : 'second'}>Publish these pairs</Button>
      </Form>
      <p class="w-full max-w-measure text-note text-muted lg:text-right">
        Publishing fixes the pairs and starts them, if nothing has changed since. Nobody hears before the letters are
        released.
      </p>
    </div>
  )
}
