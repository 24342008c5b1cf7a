import {
  type Board,
  type BoardQuestion,
  LONGEST_QUESTION,
  QUESTIONS_PER_PAGE,
} from '../../../journey/gather/actions/board.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

/** What somebody reads after they did something here. */
export const BOARD_DONE = {
  asked: 'Your question is on the board, without your name.',
  voted: 'Your vote is counted.',
  unvoted: 'Your vote is taken back.',
  withdrawn: 'Your question is gone.',
  answered: 'It is marked as answered.',
  reopened: 'It is open again.',
  hidden: 'It is off the board: only coordinators see it, below, and can put it back.',
  shown: 'It is on the board again, with its votes.',
} as const

type Props = {
  board: Board
  page: number
  contact: string | null
  done: keyof typeof BOARD_DONE | null
  /** What was written and could not be put on the board, and why. */
  again: { readonly words: string; readonly error: string } | null
}

/** What people want to know of a season or an event, the most wanted first, and nobody's name with it. */
export function BoardPage({ board, page, contact, done, again }: Props) {
  const path = `/seasons/${board.season}/questions`
  const of = board.event ? `event=${board.event.key}&` : ''
  return (
    <div class="wrap grid gap-x-24 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        {again && <ErrorSummary errors={[{ fieldId: 'words', text: again.error }]} />}
        {done && <Notice>{BOARD_DONE[done]}</Notice>}
        <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
          {board.seasonName}. Questions{board.event ? ` for “${board.event.name}”` : ''}
        </p>
        <h1 class="mt-2 max-w-[26ch]">{heading(board.found)}</h1>
        {board.takesPart && <Ask board={board} path={path} contact={contact} again={again} />}
        <Questions board={board} path={path} />
        <Pager
          page={page}
          pages={Math.ceil(board.found / QUESTIONS_PER_PAGE)}
          href={(to) => `${path}?${of}page=${to}`}
        />
      </div>
      <aside class="space-y-9 text-dense" aria-label="About this board">
        <section aria-labelledby="nobody">
          <h2 id="nobody" class="text-read">
            Nobody can look up who asked
          </h2>
          <p class="mt-2 text-muted">
            Your name is not kept with your question or your vote: not for coordinators, not for owners. The product
            knows your own question again while you are signed in, so that you can withdraw it. Words may still tell who
            you are.
          </p>
        </section>
        <section aria-labelledby="answers">
          <h2 id="answers" class="text-read">
            When there is an answer
          </h2>
          <p class="mt-2 text-muted">
            The most wanted questions are answered{' '}
            {board.event ? 'at the event' : 'at the next event or by a coordinator'}, who marks them here.
          </p>
        </section>
      </aside>
    </div>
  )
}

function heading(found: number): string {
  if (found === 0) return 'Nobody has asked yet'
  return found === 1 ? 'One question' : `${found} questions, the most wanted first`
}

function Ask({ board, path, contact, again }: { path: string } & Pick<Props, 'board' | 'contact' | 'again'>) {
  return (
    <Form action={path} class="mt-block max-w-measure space-y-4">
      {board.event && <input type="hidden" name="event" value={board.event.key} />}
      <Field
        id="words"
        label="What do you want to know?"
        readBy="Read by everybody of this season and its coordinators, without your name"
        rows={3}
        maxLength={LONGEST_QUESTION}
        value={again?.words}
        error={again?.error}
        required
      />
      <Button rank="primary">Ask without my name</Button>
      <PrivacyNotice
        purpose="It is there so that what many want to know is answered."
        readers="everybody of this season"
        kept={`until 90 days after ${longDay(board.seasonEndsOn)}, or until you withdraw it`}
        contact={contact}
      />
    </Form>
  )
}

function Questions({ board, path }: { board: Board; path: string }) {
  if (board.questions.length === 0) return null
  return (
    <section class="mt-section" aria-labelledby="asked">
      <h2 id="asked">What people ask</h2>
      <ol class="mt-4 border-t border-rule">
        {board.questions.map((it) => (
          <li key={it.id} class="border-b border-rule py-4">
            <p dir="auto" class="max-w-measure whitespace-pre-line wrap-anywhere">
              {it.words}
            </p>
            <p class="mt-2 text-dense text-muted">{standing(it)}</p>
            <div class="mt-3 flex flex-wrap gap-3">
              <Doings board={board} it={it} path={`${path}/${it.id}`} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function standing({ votes, answeredOn, isMine, hasMyVote, isHidden }: BoardQuestion): string {
  const wanted = votes === 0 ? 'No votes yet' : votes === 1 ? 'One vote' : `${votes} votes`
  const mine = hasMyVote ? ', one of them yours' : ''
  const own = isMine ? ' You asked this; only you see that.' : ''
  const off = isHidden ? 'Off the board. ' : ''
  return `${off}${wanted}${votes === 1 && hasMyVote ? ', yours' : mine}.${answeredOn ? ` Answered on ${longDay(answeredOn)}.` : ''}${own}`
}

function Doings({ board, it, path }: { board: Board; it: BoardQuestion; path: string }) {
  const which = <span class="sr-only">: {it.words.slice(0, 60)}</span>
  return (
    <>
      {board.takesPart && !it.isHidden && (
        <Form action={`${path}/vote`}>
          {it.hasMyVote && <input type="hidden" name="back" value="yes" />}
          <Button>
            {it.hasMyVote ? 'Take my vote back' : 'I want to know this too'}
            {which}
          </Button>
        </Form>
      )}
      {it.isMine && (
        <Form action={`${path}/withdraw`}>
          <Button>Withdraw it{which}</Button>
        </Form>
      )}
      {board.mayAnswer && (
        <Form action={`${path}/hide`}>
          {it.isHidden && <input type="hidden" name="back" value="yes" />}
          <Button>
            {it.isHidden ? 'Put it back on the board' : 'Take it off the board'}
            {which}
          </Button>
        </Form>
      )}
      {board.mayAnswer && !it.isHidden && (
        <Form action={`${path}/answered`}>
          {it.answeredOn && <input type="hidden" name="back" value="yes" />}
          <Button>
            {it.answeredOn ? 'Not answered yet' : 'Mark as answered'}
            {which}
          </Button>
        </Form>
      )}
    </>
  )
}
