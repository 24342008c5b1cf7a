import type { Respondent } from '../../../model/respondent.ts'
import { longDay } from '../../../texts/en/days.ts'

type Facts = {
  readonly name: string
  readonly respondent: Respondent
  /** Of a supervisor: who agreed that they are asked. */
  readonly agreed: readonly string[]
  readonly program: string
  readonly survey: string
  readonly minutes: number
  readonly closesOn: string
  readonly address: string
}

/** The letter when a survey opens, and the one before it closes; there is no third. */
export function reminderLetter(kind: 'survey-opens' | 'survey-closes', it: Facts) {
  const minutes = it.minutes === 1 ? 'a minute' : `${it.minutes} minutes`
  const opens = kind === 'survey-opens'
  const lines = [
    `Hello ${it.name},`,
    ...introductions(it),
    opens
      ? `The survey “${it.survey}” of ${it.program} is open. It takes about ${minutes}: ${it.address}`
      : `The survey “${it.survey}” of ${it.program} closes soon, and there is still room for your answers. It takes about ${minutes}: ${it.address}`,
    `It is open until the end of ${longDay(it.closesOn)}. You may stop and go on later.`,
    'Your answers are confidential: nobody reads them by name, and figures are shown from five people on.',
  ]
  const subject = opens
    ? `${it.survey}: a survey of about ${minutes}`
    : `${it.survey}: open until ${longDay(it.closesOn)}`
  return { subject, body: lines.join('\n\n'), why: whyWritten(opens, it) }
}

function introductions({ respondent, agreed, program }: Facts): readonly string[] {
  if (respondent === 'leaver')
    return [
      `Your pair in ${program} ended before the program did. That happens for many reasons, and none is asked for here. If you like, tell us how it was for you: it helps whoever comes next. We ask this once, and leaving it is fine.`,
    ]
  if (respondent !== 'supervisor') return []
  return [
    `${listed(agreed)} ${agreed.length === 1 ? 'takes' : 'take'} part in ${program} and agreed that we ask you about it. The questions are about the program, never about a person or their work.`,
  ]
}

function whyWritten(opens: boolean, { respondent, agreed }: Facts): string {
  if (respondent === 'leaver')
    return 'You get this because a pair of yours ended early. It is the only letter about this survey.'
  const because =
    respondent === 'supervisor'
      ? `You get this because ${listed(agreed)} agreed that you are asked.`
      : 'You get this because you are in a pair of this season.'
  return opens
    ? `${because} One more letter comes before the close, and none once you have answered.`
    : `${because} It is the last letter about this survey.`
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'Somebody of your team'
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
