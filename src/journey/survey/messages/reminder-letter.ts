import { longDay } from '../../../texts/en/days.ts'

type Facts = {
  readonly name: string
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
    opens
      ? `The survey “${it.survey}” of ${it.program} is open. It takes about ${minutes}: ${it.address}`
      : `The survey “${it.survey}” of ${it.program} closes soon, and there is still room for your answers. It takes about ${minutes}: ${it.address}`,
    `It is open until the end of ${longDay(it.closesOn)}. You may stop and go on later.`,
    'Your answers are confidential: nobody reads them by name, and figures are shown from five people on.',
  ]
  const why = opens
    ? 'You get this because you are in a pair of this season. One more letter comes before the close, and none once you have answered.'
    : 'You get this because you are in a pair of this season. It is the last letter about this survey.'
  const subject = opens
    ? `${it.survey}: a survey of about ${minutes}`
    : `${it.survey}: open until ${longDay(it.closesOn)}`
  return { subject, body: lines.join('\n\n'), why }
}
