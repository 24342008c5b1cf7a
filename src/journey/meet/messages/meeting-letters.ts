import { dayIn } from '../../../calendar/days.ts'
import type { Window } from '../../../calendar/windows.ts'
import { ANSWER_PLACE } from '../../../model/answer-link.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'

export type MeetingLetterAbout = {
  readonly name: string
  readonly partner: string
  readonly season: string
  readonly zone: string
  readonly window: Window
  readonly plannedAt: string | null
}
type Text = { readonly subject: string; readonly body: string; readonly why: string }

/** Asks one of a pair whether they met; each answer has its link, and opening one answers nothing yet. */
export function questionLetter(it: MeetingLetterAbout, page: string, until: string): Text {
  const days = dayRange(it.window.firstDay, it.window.lastDay)
  const when = it.plannedAt ? `on ${longDay(dayIn(it.plannedAt, it.zone))}` : `between ${days.replace(' to ', ' and ')}`
  const lines = [
    `Hello ${it.name},`,
    `Did you and ${it.partner} meet ${when}? A call, a walk or an exchange in writing all count.`,
    // One paragraph: the page leaves it out, since the links are made as the letter leaves.
    [
      `Yes, we met: ${ANSWER_PLACE}&say=met`,
      `No, we did not: ${ANSWER_PLACE}&say=not-met`,
      `It was, or is, on another day: ${ANSWER_PLACE}&say=another-day`,
      `Each opens a page with one button, without signing in. It answers this one question, once, until ${longDay(until)}.`,
    ].join('\n'),
    `After that, or to change your answer: ${page}`,
    `If neither of you answers, the coordinators see two working days after ${longDay(it.window.lastDay)} that nothing is known of these days, and nothing else.`,
  ]
  const why = `You get this because you and ${it.partner} are a pair in ${it.season}. It comes once.`
  return { subject: `Did you and ${it.partner} meet?`, body: lines.join('\n\n'), why }
}

/** Reminds one of a pair, once in a window, that nothing is planned. */
export function reminderLetter(it: MeetingLetterAbout, page: string): Text {
  const lines = [
    `Hello ${it.name},`,
    `You and ${it.partner} have nothing planned yet until ${longDay(it.window.lastDay)}. Find a time here: ${page}`,
    'If you have met, or agreed on a time elsewhere, write the day down on the same page. If this is not the right moment, you can pause.',
  ]
  const why = `You get this because you and ${it.partner} are a pair in ${it.season}, the middle of these days has passed and nothing is planned. It comes once.`
  return { subject: `Nothing is planned with ${it.partner} yet`, body: lines.join('\n\n'), why }
}

/** Asks one of a pair once a month whether the two are still going; who is needs to do nothing. */
export function stillGoingLetter(it: Pick<MeetingLetterAbout, 'name' | 'partner' | 'season'>, page: string): Text {
  const lines = [
    `Hello ${it.name},`,
    `Are you and ${it.partner} still going? If so, there is nothing to do.`,
    `If something is in the way, your pair’s page has a pause, help, another match, and an end without blame: ${page}`,
    'Nobody is told that you were asked, or whether you did anything.',
  ]
  const why = `You get this because you and ${it.partner} are a pair in ${it.season}. It comes once a month.`
  return { subject: `Are you and ${it.partner} still going?`, body: lines.join('\n\n'), why }
}
