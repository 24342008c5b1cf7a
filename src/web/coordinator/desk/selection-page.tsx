import type { Selection } from '../../../desk/screens/selection.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'

/** What a step of selecting came to, said once on the page it leads to. */
export type SelectionDone = 'decided' | 'published' | 'before' | 'released' | null
const DONE = {
  decided: 'Decided by the program’s rules. Nobody hears of it yet; you can decide again until letters leave.',
  published: 'Published: the pairs are fixed. Nobody hears of it yet: read the letters, then release them.',
  before: 'These pairs were published already: see by whom below. Nothing was done twice.',
  released: 'Released. Pages are open now; each letter leaves at its reader’s next permitted hour.',
} as const

type Props = { selection: Selection; done: SelectionDone; refused: string | null }

/** From the calls to the day everyone hears: how far it is, and the one step that comes next. */
export function SelectionPage({ selection: it, done, refused }: Props) {
  const next = nextOf(it)
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary errors={[{ fieldId: next, text: refused }]} />}
      {done && <Notice>{DONE[done]}</Notice>}
      <p class={refused || done ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(it)}</h1>
      <HungSection id="applications" heading="Applications">
        <Counts it={it} />
        <p class="mt-3 flex flex-wrap gap-x-6 gap-y-1">
          <Link href={`/desk/applications?season=${it.season}`}>Read the applications</Link>
          <Link href={`/desk/reviewing?season=${it.season}`}>Who reviews what</Link>
          <Link href={`/desk/funnel?season=${it.season}`}>How many came how far</Link>
          <Link href={`/desk/waiting-list?season=${it.season}`}>Who waits</Link>
        </p>
      </HungSection>
      <HungSection id="decide" heading="1. Decide">
        <p class="max-w-measure">
          The program’s rules decide over the directory, the answers, the clearance and the reviews. The same rules
          again give the same decisions.
        </p>
        <Step
          it={it}
          on={next === 'decide'}
          action="decide"
          text={it.isDecided ? 'Decide again' : 'Decide'}
          isClosed={it.hasReleased}
        />
        {it.isDecided && it.roles.some((role) => role.late > 0) && (
          <Form action="/desk/selection/decide" class="mt-3">
            <input type="hidden" name="season" value={it.season} />
            <p class="max-w-measure text-muted">Late applications are kept in reserve: a later run seats them.</p>
            <Button name="late" value="yes">
              Decide over late applications
            </Button>
          </Form>
        )}
      </HungSection>
      <HungSection id="match" heading="2. Match">
        <p class="max-w-measure">
          {it.run
            ? `Run ${it.run.number} makes ${countOf(it.run.pairs, 'pair')}${it.run.publishedOn ? `, published on ${longDay(it.run.publishedOn)}${it.run.publishedBy ? ` by ${it.run.publishedBy}` : ''}` : ', not published yet'}.`
            : 'No run yet. It seats as many mentees as possible, then the best pairs; every pair comes with its reason.'}
        </p>
        {it.choosing !== 'none' && <Choosing it={it} isNext={next === 'match'} />}
        {it.isDecided && (
          <Step
            it={it}
            on={next === 'match' && !waitsForChoices(it)}
            action="match"
            text={it.run ? 'Run it again' : 'Run the match'}
            isClosed={false}
          />
        )}
        {it.isDecided && !it.run && (
          <p class="mt-3">
            <Link href={`/desk/match/ready?season=${it.season}`}>See what a run would have to go on</Link>
          </p>
        )}
        {it.run && (
          <p class="mt-3">
            <Link href={`/desk/match?season=${it.season}`}>Open the match board, run {String(it.run.number)}</Link>
          </p>
        )}
      </HungSection>
      <HungSection id="announce" heading="3. Tell everyone">
        <p class="max-w-measure">
          {it.hasReleased
            ? hasMore(it)
              ? 'Everyone heard on the day. The letters of a later round are to be read before they leave.'
              : 'Everyone has heard.'
            : `Everyone hears on ${longDay(it.announcedOn)}. You read every letter before it leaves.`}
        </p>
        {it.run?.publishedOn && (
          <p class="mt-3">
            {next === 'announce' ? (
              <ButtonLink href={`/desk/letters?season=${it.season}`} rank="primary">
                Read the letters
              </ButtonLink>
            ) : (
              <Link href={`/desk/letters?season=${it.season}`}>Letters that wait</Link>
            )}
          </p>
        )}
      </HungSection>
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="lock" />
        Who was not cleared, who withdrew and who is not eligible are one number here, and nobody learns which. An
        application that you sent yourself is not counted.
      </p>
    </div>
  )
}

/** Whether mentees choose first, and have not yet. */
function waitsForChoices({ choosing }: Selection): boolean {
  return choosing === 'to-send' || choosing === 'missed' || choosing === 'open'
}

function Choosing({ it, isNext }: { it: Selection; isNext: boolean }) {
  const href = `/desk/match/shortlists?season=${it.season}`
  const day = it.chooseBy ? longDay(it.chooseBy) : ''
  const says = {
    none: '',
    'to-send': `Mentees choose from shortlists first, until ${day}. The match comes after that.`,
    missed: `Mentees were to choose from shortlists until ${day}, and none were sent.`,
    open: `Mentees choose from their shortlists until ${day}. The match comes after that.`,
    over: `Mentees chose from their shortlists until ${day}. A run keeps to it where nobody loses a place.`,
  }[it.choosing]
  return (
    <div class="mt-3">
      <p class="max-w-measure">{says}</p>
      <p class="mt-3">
        {isNext && it.choosing === 'to-send' ? (
          <ButtonLink href={href} rank="primary">
            Go to the shortlists
          </ButtonLink>
        ) : (
          <Link href={href}>Look at the shortlists</Link>
        )}
      </p>
    </div>
  )
}

/** Whether letters wait that come after everyone else heard. */
function hasMore(it: Selection): boolean {
  return it.hasReleased && it.drafts > 0
}

function nextOf(it: Selection): 'decide' | 'match' | 'announce' | 'applications' {
  if (hasMore(it)) return 'announce'
  if (it.hasReleased || it.roles.every((role) => role.applied === 0)) return 'applications'
  if (!it.isDecided) return 'decide'
  return it.run?.publishedOn ? 'announce' : 'match'
}

function heading(it: Selection): string {
  const all = it.roles.reduce((sum, role) => sum + role.applied, 0)
  switch (nextOf(it)) {
    case 'applications':
      return it.hasReleased ? 'Everyone has heard' : 'Nobody has applied yet'
    case 'decide':
      return `${countOf(all, 'application waits', 'applications wait')} for a decision`
    case 'match':
      if (it.choosing === 'to-send' || it.choosing === 'missed') return 'Mentees choose first: send the shortlists'
      if (it.choosing === 'open') return 'Mentees choose from their shortlists'
      return it.run ? `Run ${it.run.number} waits to be published` : 'The match can be run'
    case 'announce':
      return hasMore(it)
        ? `${countOf(it.drafts, 'letter waits', 'letters wait')} to be read`
        : 'The letters wait to be read'
  }
}

function Counts({ it }: { it: Selection }) {
  return (
    <>
      <Ledger
        caption="Applications by role"
        columns={[
          { text: 'Role' },
          { text: 'Call' },
          { text: 'Applied', num: true },
          { text: 'Late', num: true },
          { text: 'In the pool', num: true },
          { text: 'In reserve', num: true },
        ]}
        rows={it.roles.map((role, at) => [
          role.role,
          callInWords(it.calls[at]),
          role.applied,
          role.late,
          it.isDecided ? role.pool : '',
          it.isDecided ? role.reserve : '',
        ])}
      />
      <p class="mt-3 text-muted">
        {it.duals > 0 && `${countOf(it.duals, 'person', 'people')} applied for both roles. `}
        {it.isDecided && `${it.notProceeding} not proceeding.`}
      </p>
    </>
  )
}

function callInWords(call: Selection['calls'][number] | undefined): string {
  if (!call) return ''
  return call.closes ? dayRange(call.opens, call.closes) : `from ${longDay(call.opens)}`
}

function Step(props: { it: Selection; on: boolean; action: 'decide' | 'match'; text: string; isClosed: boolean }) {
  const { it, on, action, text, isClosed } = props
  if (isClosed) return <p class="mt-3 text-muted">Everyone has heard: this step is over.</p>
  return (
    <Form action={`/desk/selection/${action}`} class="mt-3">
      <input type="hidden" name="season" value={it.season} />
      <Button rank={on ? 'primary' : 'second'}>{text}</Button>
    </Form>
  )
}
