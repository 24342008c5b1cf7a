import type { Next, ToDo } from '../../../desk/rules/plan-next.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'
import { localTime } from '../../../texts/en/local-time.ts'
import { firstName, windowWord } from '../../../texts/en/own-pair.ts'
import { questionInWords } from '../pair/own-strip.tsx'

/** What to do next in words: the heading, why, and the way there, where there is a page for it. */
export type NextInWords = {
  readonly heading: string
  readonly why: string
  readonly way: { readonly href: string; readonly text: string } | null
}

/** How many days a window has, by its pair: words for its length. */
type Lengths = ReadonlyMap<string, number>

export function nextInWords(next: Next, lengths: Lengths, zone: string): NextInWords {
  switch (next.code) {
    case 'answer-meeting':
    case 'answer-extension':
    case 'agree':
    case 'set-goal':
    case 'meet':
    case 'choose-time':
    case 'say':
      return ofPair(next, lengths)
    case 'planned': {
      const { pairId, partner } = next.pair
      return {
        heading: `You meet ${firstName(partner)} on ${localTime(next.at, zone)}`,
        why: 'It is in both your calendars. Afterwards a letter asks whether you met.',
        way: { href: `/pairs/${pairId}/meetings/times`, text: 'See or move it' },
      }
    }
    case 'do-by': {
      const { kind, name, by, season, href } = next.toDo
      const { what, way } = TO_DO[kind]
      return {
        heading: `${name === season ? what : `${what} “${name}”`} by ${longDay(by, by.slice(0, 4))}`,
        why: `It belongs to ${season}.`,
        way: { href, text: way },
      }
    }
    case 'wait':
      return {
        heading: `You hear about your application on ${longDay(next.waiting.hearsOn)}`,
        why: `We have your application as a ${next.waiting.role} for ${next.waiting.season}. Until then there is nothing to do.`,
        way: null,
      }
    case 'nothing':
      return {
        heading: 'Nothing needs you today',
        why: next.coming
          ? `The next thing is on ${longDay(next.coming.on)}: ${next.coming.text}.`
          : 'Nothing else is planned at the moment.',
        way: null,
      }
    case 'begin':
      return {
        heading: 'You are in no program at the moment',
        why: 'The first page says which seasons there are, and when you can apply.',
        way: { href: '/', text: 'See the seasons' },
      }
  }
}

const TO_DO: Readonly<Record<ToDo['kind'], { readonly what: string; readonly way: string }>> = {
  survey: { what: 'Answer the survey', way: 'Answer it' },
  event: { what: 'Say that you come to', way: 'Choose a session' },
  training: { what: 'Finish the training', way: 'Open your training' },
  shortlist: { what: 'Choose from your shortlist of mentors', way: 'See whom you can choose' },
}

type OfPair = Exclude<Extract<Next, { readonly pair: unknown }>, { readonly code: 'planned' }>

function ofPair(next: OfPair, lengths: Lengths): NextInWords {
  const { pairId, partner, role } = next.pair
  const name = firstName(partner)
  const page = `/pairs/${pairId}`
  switch (next.code) {
    case 'answer-meeting':
      return {
        heading: questionInWords(partner, next.heldOn),
        why: `${name} says yes. Without an answer from you it counts as met after ${longDay(next.by, next.by.slice(0, 4))}.`,
        way: { href: `${page}/meetings`, text: 'Answer' },
      }
    case 'say': {
      const { firstDay, lastDay, on } = next.unsaid
      const days = dayRange(firstDay, lastDay).replace(' to ', ' and ')
      return {
        heading: on ? questionInWords(partner, on) : `Did you meet ${name} between ${days}?`,
        why: 'If neither of you answers, the coordinators see that nothing is known of these days.',
        way: { href: `${page}/meetings`, text: 'Answer' },
      }
    }
    case 'choose-time':
      return {
        heading: `${name} proposes times to meet`,
        why: 'Choose one, and both of you get it for your calendar. If none suits, propose others.',
        way: { href: `${page}/meetings/times`, text: 'Choose a time' },
      }
    case 'answer-extension':
      return {
        heading: `Go on with ${name} until ${longDay(next.until)}?`,
        why: `${name} would like to. If you do nothing, your pair ends with the season.`,
        way: { href: `${page}/change#extend`, text: 'Answer' },
      }
    case 'agree':
      return {
        heading: `Agree with ${name} how you work together`,
        why: 'How often, where, and what stays between you: three lines that both of you see and may change.',
        way: { href: `${page}/agreement`, text: 'Write it down' },
      }
    case 'set-goal':
      return {
        heading:
          role === 'mentee' ? 'Write down what you want to reach' : `Write down with ${name} what they want to reach`,
        why: 'One sentence is enough to begin with. You sharpen it together when you know more.',
        way: { href: `${page}/goal`, text: 'Write the goal' },
      }
    case 'meet': {
      const word = windowWord(lengths.get(pairId) ?? 0).toLowerCase()
      const times = `${page}/meetings/times`
      if (next.pair.timesBy === 'me')
        return {
          heading: `${name} has the times you propose`,
          why: `You hear by letter when one is chosen. This ${word} ends on ${longDay(next.by, next.by.slice(0, 4))}.`,
          way: { href: times, text: 'See them, or propose others' },
        }
      return {
        heading: `Meet ${name} by ${longDay(next.by, next.by.slice(0, 4))}`,
        why: `Then this ${word} ends, and nothing is said of a meeting in it yet.`,
        way: { href: times, text: 'Find a time' },
      }
    }
  }
}
