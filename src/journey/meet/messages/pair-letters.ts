import { longDay } from '../../../texts/en/days.ts'

type Letter = { readonly subject: string; readonly body: string; readonly why: string }
type Two = { readonly mentorName: string; readonly menteeName: string; readonly season: string }
type To = { readonly name: string }

const WHY = 'You get this because it is about a pair of yours.'
const WHY_COORDINATOR = 'You get this because you coordinate the season.'

/** To the coordinators, in the words of whoever asks. */
export function helpLetter(to: To, pair: Two, from: { name: string; email: string }, words: string): Letter {
  return written(
    `${from.name} asks for help`,
    [
      `Hello ${to.name},`,
      `${from.name} (${from.email}) asks for help with the pair of ${pair.menteeName} and ${pair.mentorName} in ${pair.season}:`,
      words,
      `Please answer ${from.name} today or on the next working day.`,
    ],
    WHY_COORDINATOR,
  )
}

/** To the coordinators: that another match was asked for, and nothing else. */
export function anotherMatchLetter(to: To, pair: Two, from: To): Letter {
  return written(
    `${from.name} asks for another match`,
    [
      `Hello ${to.name},`,
      `${from.name} asks for another match. Today they are in the pair of ${pair.menteeName} and ${pair.mentorName} in ${pair.season}.`,
      'No reason is asked, and their partner was not told.',
    ],
    WHY_COORDINATOR,
  )
}

/** To the other one: that the pair has ended, without blame. */
export function endedLetter(to: To, pair: Two, partner: string, on: string): Letter {
  return written(`${pair.season}: your pair has ended`, [
    `Hello ${to.name},`,
    `Your pair with ${partner} ended on ${longDay(on)}. This happens, and it says nothing about either of you. No reason is asked.`,
    'What the two of you wrote together stays readable for both. A coordinator knows, and writes to you about what is possible now.',
  ])
}

/** To the coordinators: that a pair has ended. */
export function pairEndedLetter(to: To, pair: Two, on: string): Letter {
  return written(
    `${pair.season}: a pair has ended`,
    [
      `Hello ${to.name},`,
      `The pair of ${pair.menteeName} and ${pair.mentorName} in ${pair.season} ended on ${longDay(on)}. No reason is asked.`,
      'Please write to both about what is possible now.',
    ],
    WHY_COORDINATOR,
  )
}

/** To the other one: that the pair pauses, or goes on. */
export function pauseLetter(to: To, pair: Two, partner: string, until: string | null): Letter {
  const how = until ? `until ${longDay(until)}` : 'until one of you goes on'
  return written(`${pair.season}: your pair pauses`, [
    `Hello ${to.name},`,
    `Your pair with ${partner} pauses from today ${how}. Nothing is counted and nobody asks about meetings in this time.`,
  ])
}

/** To the other one: until when the partner would like to go on. */
export function extensionLetter(to: To, pair: Two, partner: string, until: string, address: string): Letter {
  return written(`${pair.season}: going on until ${longDay(until)}?`, [
    `Hello ${to.name},`,
    `${partner} would like to go on meeting until ${longDay(until)}, after the season has ended. If you would like that too, say so here: ${address}`,
    'If you do nothing, your pair ends with the season.',
  ])
}

/** To both: that a coordinator asks whether they would go on. */
export function suggestionLetter(to: To, pair: Two, until: string, address: string): Letter {
  return written(`${pair.season}: would you go on until ${longDay(until)}?`, [
    `Hello ${to.name},`,
    `The pair of ${pair.menteeName} and ${pair.mentorName} ends with the season. If you would both like to go on meeting until ${longDay(until)}, one of you proposes it here and the other agrees: ${address}`,
    'If you do nothing, your pair ends with the season. That is fine too.',
  ])
}

/** To whoever proposed it: that both agree. */
export function agreedLetter(to: To, pair: Two, partner: string, until: string): Letter {
  return written(`${pair.season}: you go on until ${longDay(until)}`, [
    `Hello ${to.name},`,
    `${partner} agrees: the two of you go on until ${longDay(until)}.`,
  ])
}

function written(subject: string, lines: readonly string[], why = WHY): Letter {
  return { subject, body: lines.join('\n\n'), why }
}
