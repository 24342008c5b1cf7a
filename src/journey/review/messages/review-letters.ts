import type { Program } from '../../../model/program.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'

type Reviewing = {
  readonly program: Program
  readonly name: string
  readonly many: number
  /** By which day; null once it has passed. */
  readonly dueOn: string | null
  readonly site: string
}

/** Tells a reviewer that applications wait for them: one letter, however many there are. */
export function reviewsGivenLetter(it: Reviewing) {
  const by = it.dueOn ? `, by ${longDay(it.dueOn)}` : ''
  const lines = [
    `Hello ${it.name},`,
    `${countOf(it.many, 'application waits', 'applications wait')} for your review in ${it.program.name}, ${it.program.season}${by}.`,
    `Your list, each with its form: ${listOf(it)}`,
    'If you stand too near to somebody to judge fairly, say so beside their application. No reason is asked, and another reviewer takes it.',
  ]
  const why = it.dueOn
    ? 'You get this because you review applications for this program. One more letter comes if something is still open shortly before that day, and none once all your reviews are in.'
    : 'You get this because you review applications for this program.'
  return {
    subject: `${it.program.name}: ${countOf(it.many, 'application')} to review`,
    body: lines.join('\n\n'),
    why,
  }
}

/** Reminds a reviewer, once, that some are still open. */
export function reviewsDueLetter(it: Reviewing & { readonly dueOn: string }) {
  const lines = [
    `Hello ${it.name},`,
    `${countOf(it.many, 'review of yours is', 'reviews of yours are')} still open in ${it.program.name}, ${it.program.season}. They are due by ${longDay(it.dueOn)}: the decisions read them.`,
    `Your list: ${listOf(it)}`,
    'If you cannot review them in time, tell the coordinator.',
  ]
  const why =
    'You get this because you review applications for this program. It is the last letter about these reviews.'
  return {
    subject: `${it.program.name}: reviews are due by ${longDay(it.dueOn)}`,
    body: lines.join('\n\n'),
    why,
  }
}

function listOf({ program, site }: Reviewing): string {
  return `${site}/reviews?${new URLSearchParams({ season: program.key })}`
}
