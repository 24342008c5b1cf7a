import type { OwnTraining } from '../../../journey/learn/actions/own-training.ts'
import type { Completed, TrainingDue } from '../../../journey/learn/rules.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { EvidenceForm } from './evidence-form.tsx'

/** What somebody reads after they did something here. */
export const TRAINING_DONE = {
  recorded: 'It is recorded. You can take it back below.',
  there: 'It was recorded before; nothing was changed.',
  back: 'It is taken back. You can record it again.',
} as const

export type EvidenceAgain = {
  readonly course: string
  readonly on: string
  readonly link: string
  readonly faults: readonly Problem[]
}
type Props = {
  own: OwnTraining
  contact: string | null
  done: keyof typeof TRAINING_DONE | null
  again: EvidenceAgain | null
}

/** What there is to learn in a season, by when, and what is completed. */
export function TrainingPage({ own, contact, done, again }: Props) {
  const at = again ? own.due.findIndex((it) => it.courses.some((one) => one.key === again.course)) : -1
  const number = at < 0 ? own.due.findIndex((it) => it.completed.length === 0) : at
  const errors = (again?.faults ?? []).map((it) => ({ fieldId: `${it.place}-${number + 1}`, text: it.message }))
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={errors} heading="Not recorded yet; nothing is lost" />
      {done && <Notice>{TRAINING_DONE[done]}</Notice>}
      <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>{own.seasonName}. Training</p>
      <h1 class="mt-2 max-w-[26ch]">{heading(own.due)}</h1>
      {own.due.map((it, index) => (
        <section key={it.name} class="mt-section max-w-measure" aria-labelledby={`training-${index + 1}`}>
          <h2 id={`training-${index + 1}`}>{it.name}</h2>
          <p class="mt-1 text-dense text-muted">{dueInWords(it, own.today)}</p>
          {it.text && <p class="mt-2">{it.text}</p>}
          {it.completed.length > 0 ? (
            <Done season={own.season} it={it} />
          ) : (
            <EvidenceForm own={own} it={it} number={index + 1} again={index === number ? again : null} />
          )}
        </section>
      ))}
      <div class="mt-section max-w-measure">
        <PrivacyNotice
          purpose="It shows that the training of the season is done."
          readers="you and the coordinators"
          kept={`until a year after ${longDay(own.seasonEndsOn)}`}
          contact={contact}
        />
      </div>
    </div>
  )
}

function heading(due: readonly TrainingDue[]): string {
  const open = due.filter((it) => it.completed.length === 0)
  if (due.length === 0) return 'There is nothing to learn here'
  if (open.length === 0) return 'Your training is complete'
  return open.length === 1 ? `One to complete: ${open[0]?.name}` : `${open.length} to complete`
}

function dueInWords(it: TrainingDue, today: string): string {
  if (it.completed.length > 0) return 'Completed.'
  const kind = it.required ? 'Required' : 'Recommended'
  if (it.dueOn) return `${kind}, ${it.dueOn < today ? 'was due' : 'due'} by ${longDay(it.dueOn)}.`
  return it.isCertificate ? `${kind}, due by the first day of your pair.` : `${kind}, whenever it suits you.`
}

function Done({ season, it }: { season: string; it: TrainingDue }) {
  const nameOf = (key: string) => it.courses.find((one) => one.key === key)?.name ?? key
  return (
    <ul class="mt-3 border-t border-rule">
      {it.completed.map((one) => (
        <li key={one.course} class="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-rule py-3">
          <p class="min-w-0 flex-1 wrap-anywhere">
            {nameOf(one.course)}, on {longDay(one.on)}, <By season={season} one={one} />.
          </p>
          {one.evidence && (
            <Form action={`/seasons/${season}/training/take-back`}>
              <input type="hidden" name="course" value={one.course} />
              <Button>
                Take it back<span class="sr-only">: {nameOf(one.course)}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

function By({ season, one: { evidence } }: { season: string; one: Completed }) {
  if (!evidence) return <>recorded by a coordinator</>
  if (evidence.kind === 'file')
    return (
      <>
        by <Link href={`/seasons/${season}/training/files/${evidence.id}`}>a file of yours</Link>
      </>
    )
  if (evidence.kind === 'link' && evidence.link)
    return (
      <>
        by <Link href={evidence.link}>a link of yours</Link>
      </>
    )
  return <>by your own word</>
}
