import { GLASSES_PER_PAGE, type GlassesScreen, type GlassLine } from '../../office/screens/glasses.ts'
import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { AskGlassForm, type GlassEntered } from './ask-glass-form.tsx'
import { FAULTY, summaryOf } from './form-faults.ts'

type Props = { screen: GlassesScreen; page: number; entered: GlassEntered; done: string | null }

/** Everything that was asked to be opened: who, whose, why, and who agreed. */
export function GlassesPage({ screen, page, entered, done }: Props) {
  const { lines, found, seasons, mayAsk, opens } = screen
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary heading={FAULTY} errors={summaryOf(entered.errors)} />
      {done !== null && <Notice>{done}</Notice>}
      <div class="mt-8 grid gap-x-16 gap-y-section first:mt-0 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
        <div class="min-w-0">
          <h1 class="max-w-[26ch]">{heading(lines)}</h1>
          <p class="mt-4 max-w-measure">
            Owners cannot read content. If something serious asks for it, an owner says why, a second person agrees, and
            one application can be read for one hour. Whom it is about is told at once.
          </p>
          {lines.length > 0 && (
            <ol class="mt-8 border-t border-rule">
              {lines.map((line) => (
                <GlassRow key={line.id} line={line} />
              ))}
            </ol>
          )}
          <Pager
            page={page}
            pages={Math.ceil(found / GLASSES_PER_PAGE)}
            href={(to) => (to === 1 ? '/office/glass' : `/office/glass?page=${to}`)}
          />
        </div>
        <aside aria-label="About opening">
          {mayAsk ? (
            <AskGlassForm seasons={seasons} opens={opens} entered={entered} />
          ) : (
            <p class="text-dense text-muted">Owners ask; another owner or an auditor agrees.</p>
          )}
        </aside>
      </div>
    </div>
  )
}

function heading(lines: readonly GlassLine[]): string {
  const open = lines.filter((it) => it.state === 'open').length
  const waiting = lines.filter((it) => it.state === 'waiting').length
  if (open > 0) return open === 1 ? 'One application is open now' : `${open} applications are open now`
  if (waiting > 0) return waiting === 1 ? 'One request waits for a second person' : `${waiting} requests wait`
  return lines.length === 0 ? 'Nothing was ever opened' : 'Nothing is open now'
}

function GlassRow({ line }: { line: GlassLine }) {
  return (
    <li class="border-b border-rule py-4 text-dense">
      <div class="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div class="min-w-0 max-w-measure wrap-anywhere">
          <h2 class="text-read">
            {line.subject}, {line.season}
          </h2>
          <p>{stateInWords(line)}</p>
          <p class="mt-1 text-muted">
            {line.owner} asked on {instantInWords(line.askedAt)}
            {line.second && `; ${line.second} agreed`}.
          </p>
          <p class="mt-1">“{line.reason}”</p>
        </div>
        <div class="flex flex-wrap items-start gap-2 sm:flex-col sm:items-end">
          {line.mayLook && <Link href={`/office/glass/${line.id}`}>Read it</Link>}
          {line.mayAgree && (
            <Form action={`/office/glass/${line.id}/agree`}>
              <Button rank="row">
                Agree
                <span class="sr-only">{`: ${line.subject}, asked by ${line.owner}`}</span>
              </Button>
            </Form>
          )}
          {line.mayEnd && (
            <Form action={`/office/glass/${line.id}/end`}>
              <Button rank="row">
                {line.state === 'open' ? 'Close now' : 'Call off'}
                <span class="sr-only">{`: ${line.subject}`}</span>
              </Button>
            </Form>
          )}
        </div>
      </div>
    </li>
  )
}

function stateInWords({ state, untilAt, endedAt }: GlassLine): string {
  switch (state) {
    case 'waiting':
      return 'Waits for a second person: another owner or an auditor.'
    case 'open':
      return `Open until ${instantInWords(untilAt ?? '')}.`
    case 'lapsed':
      return 'Nobody agreed within a week, so it is over.'
    case 'over':
      return endedAt
        ? `${untilAt ? 'Closed' : 'Called off'} on ${instantInWords(endedAt)}.`
        : `Was open for an hour, until ${instantInWords(untilAt ?? '')}.`
  }
}
