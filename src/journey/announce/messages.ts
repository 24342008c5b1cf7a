import { CHAT_MINUTES } from '../../model/coffee-chat.ts'
import type { Program } from '../../model/program.ts'
import { longDay } from '../../texts/en/days.ts'
import { localTime } from '../../texts/en/local-time.ts'

export type Draft = { readonly subject: string; readonly body: string }
export type Partner = {
  readonly name: string
  readonly email: string
  readonly title: string | null
  readonly department: string | null
  readonly about: string | null
}

/** The letter that tells somebody about their pair, with the partner's introduction and what comes next. */
export function pairLetter(
  program: Program,
  to: { name: string; role: 'mentor' | 'mentee' },
  partner: Partner,
  worth: string,
  site: string,
  chat: Chat | null,
): Draft {
  const partnerRole = to.role === 'mentor' ? 'mentee' : 'mentor'
  const { meetings, events } = program
  const first = events[0]
  const lines = [
    `Hello ${to.name},`,
    `${partner.name} is your ${partnerRole} in ${program.name}, ${program.season}.`,
    [partner.title, partner.department].filter(Boolean).join(', '),
    partner.about ? `In their words: ${partner.about}` : '',
    worth,
    program.messages.pair ?? '',
    `What comes next: write to ${partner.email} and agree a first conversation of ${meetings.minutes} minutes. Meetings count from ${longDay(meetings.from)} to ${longDay(meetings.until)}.`,
    chat ? chatInWords(chat, partner.name) : '',
    first
      ? `${first.name}: ${first.minutes} minutes, the same content in each session; come to the one that suits your hours.`
      : '',
    lookAgain(program, site),
    `You get this because you applied to ${program.name}, ${program.season}.`,
  ]
  return { subject: `${program.name}: meet ${partner.name}`, body: paragraphs(lines) }
}

/** What else there is, the same for everybody: mentors who show themselves, and the call that is open or opens next. */
export type WhatElse = {
  readonly hasMentors: boolean
  readonly next: {
    readonly key: string
    readonly name: string
    readonly season: string
    readonly opens: string
    readonly isOpen: boolean
  } | null
}

/** The one letter for everybody without a place, whatever the reason. */
export function noPlaceLetter(program: Program, to: { name: string }, site: string, other: WhatElse): Draft {
  const again = program.announcement.writeAgainBy
  const lines = [
    `Hello ${to.name},`,
    `Thank you for applying to ${program.name}, ${program.season}. You are not placed this season.`,
    again ? `If a place opens, we will write to you by ${longDay(again)}.` : 'If a place opens, we will write to you.',
    program.messages['no-place'] ??
      'The next season is open to you like to everybody; an earlier application never counts against anyone.',
    other.hasMentors ? `Mentors offer to talk outside of seasons too, and you can ask one: ${site}/mentors` : '',
    other.next
      ? `${other.next.name}, ${other.next.season}, takes applications ${other.next.isOpen ? 'now' : `from ${longDay(other.next.opens)}`}: ${site}/seasons/${other.next.key}/apply`
      : `To hear when the next call opens: ${site}/seasons/${program.key}/apply`,
    lookAgain(program, site),
    `You get this because you applied to ${program.name}, ${program.season}.`,
  ]
  return { subject: `${program.name}: your application`, body: paragraphs(lines) }
}

/** A coffee chat before the meetings begin: times inside both people’s working hours, and the page from which one is proposed. */
export type Chat = { readonly times: readonly string[]; readonly zone: string; readonly page: string }

function chatInWords({ times, zone, page }: Chat, partner: string): string {
  const list = times.map((at) => `- ${localTime(at, zone)}`).join('\n')
  const how =
    times.length > 0
      ? `Inside both your working hours:\n${list}\nPropose one to ${partner}`
      : `Propose a time to ${partner}`
  return `Before the meetings begin, a coffee chat of ${CHAT_MINUTES} minutes breaks the ice; it counts in no figure. ${how} from your page: ${page}`
}

function lookAgain(program: Program, site: string): string {
  return `If you think this is not right, ask a person to look again: ${site}/me/look-again/${program.key}`
}

function paragraphs(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n\n')
}
