import { CHAT_MINUTES } from '../../model/coffee-chat.ts'
import { fillText, type LetterText, type Values } from '../../model/filled-text.ts'
import type { Program } from '../../model/program.ts'
import { longDay } from '../../texts/en/days.ts'
import { localTime } from '../../texts/en/local-time.ts'

export type Partner = {
  readonly name: string
  readonly email: string
  readonly title: string | null
  readonly department: string | null
  readonly about: string | null
}

/** The program’s own words to somebody about their pair: the partner’s introduction, and what comes next. */
export function pairText(program: Program): LetterText {
  const { meetings, events } = program
  const first = events[0]
  const lines = [
    'Hello {name},',
    `{partner} is your {their role} in ${program.name}, ${program.season}.`,
    '{their position}',
    'In their words: {their words}',
    '{why you two}',
    program.messages.pair ?? '',
    `What comes next: write to {their address} and agree a first conversation of ${meetings.minutes} minutes. Meetings count from ${longDay(meetings.from)} to ${longDay(meetings.until)}.`,
    '{coffee chat}',
    first
      ? `${first.name}: ${first.minutes} minutes, the same content in each session; come to the one that suits your hours.`
      : '',
  ]
  return { subject: `${program.name}: meet {partner}`, body: paragraphs(lines) }
}

/** What fills the places of one letter about a pair. */
export function pairValues(
  to: { name: string; role: 'mentor' | 'mentee' },
  partner: Partner,
  worth: string,
  chat: Chat | null,
): Values {
  return {
    name: to.name,
    partner: partner.name,
    'their role': to.role === 'mentor' ? 'mentee' : 'mentor',
    'their position': [partner.title, partner.department].filter(Boolean).join(', '),
    'their words': partner.about ?? '',
    'their address': partner.email,
    'why you two': worth,
    'coffee chat': chat ? chatInWords(chat, partner.name) : '',
  }
}

/** How every letter of the day ends, whatever else was changed in it. PRODUCT.md, announce. */
export function closingOf(program: Program, site: string): string {
  return paragraphs([
    `If you think this is not right, ask a person to look again: ${site}/me/look-again/${program.key}`,
    `You get this because you applied to ${program.name}, ${program.season}.`,
  ])
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

/** The one text for everybody without a place, whatever the reason. */
export function noPlaceText(program: Program, site: string, other: WhatElse): LetterText {
  const again = program.announcement.writeAgainBy
  const lines = [
    'Hello {name},',
    `Thank you for applying to ${program.name}, ${program.season}. You are not placed this season.`,
    again ? `If a place opens, we will write to you by ${longDay(again)}.` : 'If a place opens, we will write to you.',
    program.messages['no-place'] ??
      'The next season is open to you like to everybody; an earlier application never counts against anyone.',
    other.hasMentors ? `Mentors offer to talk outside of seasons too, and you can ask one: ${site}/mentors` : '',
    other.next
      ? `${other.next.name}, ${other.next.season}, takes applications ${other.next.isOpen ? 'now' : `from ${longDay(other.next.opens)}`}: ${site}/seasons/${other.next.key}/apply`
      : `To hear when the next call opens: ${site}/seasons/${program.key}/apply`,
  ]
  return { subject: `${program.name}: your application`, body: paragraphs(lines) }
}

/** A letter as its reader gets it: its words with their places filled, and how every letter of the day ends. */
export function asLetter(text: LetterText, values: Values, closing: string): LetterText {
  const { subject, body } = fillText(text, values)
  return { subject, body: paragraphs([body, closing]) }
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

function paragraphs(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n\n')
}
