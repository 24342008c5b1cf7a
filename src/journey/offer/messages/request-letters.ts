import { ASK_PLACE } from '../../../model/ask-link.ts'
import { longDay } from '../../../texts/en/days.ts'

type Letter = { readonly subject: string; readonly body: string; readonly why: string }
type About = {
  readonly to: string
  readonly other: string
  readonly topics: readonly string[]
  /** The page of the request, for whoever signs in. */
  readonly page: string
}

/** Tells a mentor of a request, or of the answer to what they asked back; each answer has its link, which answers nothing by itself. */
export function requestLetter(
  it: About & {
    readonly words: string
    readonly until: string
    readonly asked: { question: string; answer: string } | null
  },
): Letter {
  const lines = [
    `Hello ${it.to},`,
    it.asked
      ? `${it.other} answers what you asked.`
      : `${it.other} asks whether you would be their mentor for a while.`,
    it.topics.length > 0 ? `Topics: ${it.topics.join(', ')}` : '',
    it.words,
    it.asked ? `You asked: ${it.asked.question}` : '',
    it.asked ? `The answer: ${it.asked.answer}` : '',
    `Yes, gladly: ${ASK_PLACE}&say=accept`,
    `Not this time: ${ASK_PLACE}&say=decline`,
    it.asked ? '' : `Tell me more first: ${ASK_PLACE}&say=ask-more`,
    `I am full: ${ASK_PLACE}&say=full`,
    `Each opens a page with one button, without signing in. No reason is asked. The same when you sign in: ${it.page}`,
    `If you do nothing by the end of ${longDay(it.until)}, the request moves on to somebody else, and nobody is asked why.`,
  ]
  const why =
    'You get this because you show yourself in the directory of mentors. You can take yourself out there with one press.'
  const subject = it.asked ? `${it.other} answers your question` : `${it.other} asks you to be their mentor`
  return { subject, body: paragraphs(lines), why }
}

/** Both see each other’s address from now on. */
export function acceptedLetter(it: About & { readonly email: string; readonly isAsker: boolean }): Letter {
  const lines = [
    `Hello ${it.to},`,
    it.isAsker ? `${it.other} says yes to your request.` : `You said yes to ${it.other}.`,
    `Now find a time for a first conversation: write to ${it.email}. Times that suit both of you: ${it.page}`,
  ]
  const why =
    'You get this because the two of you have agreed to talk. When it has come to its end, say so on that page, and the place is free again.'
  return { subject: `You and ${it.other}: find a time`, body: paragraphs(lines), why }
}

/** What a mentor would like to know first. */
export function askedBackLetter(it: About & { readonly question: string; readonly until: string }): Letter {
  const lines = [
    `Hello ${it.to},`,
    `${it.other} would like to know more before they answer:`,
    it.question,
    `Answer here: ${it.page}`,
    `Without an answer by the end of ${longDay(it.until)} your request ends, and you can ask somebody else.`,
  ]
  const why = 'You get this because you asked a mentor of the directory.'
  return { subject: `${it.other} asks you something`, body: paragraphs(lines), why }
}

export type Fitting = { readonly name: string; readonly topics: readonly string[]; readonly page: string }

/** The request has come to its end without a yes: who else fits. Whether it was declined, full or unanswered reads the same. */
export function movesOnLetter(it: About & { readonly fitting: readonly Fitting[]; readonly list: string }): Letter {
  const lines = [
    `Hello ${it.to},`,
    `${it.other} cannot take on your request at the moment. This is about their time, and says nothing about you.`,
    it.fitting.length > 0 ? 'These mentors fit what you asked for, and have room:' : '',
    it.fitting.map((one) => `- ${one.name}${topicsOf(one)}: ${one.page}`).join('\n'),
    `Everybody who shows themselves: ${it.list}`,
  ]
  const why =
    'You get this because you asked a mentor of the directory. You can have three requests open at a time, and this one is not open any more.'
  return { subject: `Your request to ${it.other}: who else there is`, body: paragraphs(lines), why }
}

/** To a mentor: that a request needs no answer any more. */
export function withdrawnLetter(it: About): Letter {
  const lines = [
    `Hello ${it.to},`,
    `The request of ${it.other} needs no answer any more. There is nothing for you to do.`,
  ]
  const why = 'You get this because you show yourself in the directory of mentors.'
  return { subject: `The request of ${it.other} needs no answer any more`, body: paragraphs(lines), why }
}

function topicsOf({ topics }: Fitting): string {
  return topics.length > 0 ? ` (${topics.slice(0, 3).join(', ')})` : ''
}

function paragraphs(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n\n')
}
