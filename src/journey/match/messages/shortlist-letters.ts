import type { Program } from '../../../model/program.ts'
import { longDay } from '../../../texts/en/days.ts'
import { numberInWords } from '../../../texts/en/desk.ts'

type To = { readonly name: string }
type Letter = { readonly subject: string; readonly body: string; readonly why: string }

const WHY = 'You get this because you applied as a mentee, and it is for you to choose.'

/** To a mentee: from how many mentors they may choose, until when, and what choosing means. No mentor is named in a letter. */
export function shortlistLetter(
  program: Program,
  to: To,
  it: { mentors: number; chooseBy: string },
  site: string,
): Letter {
  const choice =
    it.mentors === 1
      ? 'One mentor would suit you. Say whether you would like to have them'
      : `${numberInWords(it.mentors)} mentors would suit you. Put those you would like in your order`
  return written(program, `choose your mentor by ${longDay(it.chooseBy)}`, [
    `Hello ${to.name},`,
    `${choice}, until the end of ${longDay(it.chooseBy)}: ${pageOf(program, site)}`,
    'Nobody reads your order, only the match. It keeps to it where places allow; whoever chooses nobody is matched like everybody else. A list is no promise of a place.',
    `Everyone hears on ${longDay(program.announcement.on)}.`,
  ])
}

/** To a mentee who has not chosen, once, shortly before the day. */
export function choiceReminder(program: Program, to: To, chooseBy: string, site: string): Letter {
  return written(program, `you can choose until ${longDay(chooseBy)}`, [
    `Hello ${to.name},`,
    `You can still choose from your list of mentors, until the end of ${longDay(chooseBy)}: ${pageOf(program, site)}`,
    'If you choose nobody, you are matched like everybody else. This is the only reminder.',
  ])
}

/** To a mentee who may still choose: that somebody of their list is not there any more, whatever the cause. */
export function listChangedLetter(program: Program, to: To, chooseBy: string, site: string): Letter {
  return written(program, 'your list of mentors has changed', [
    `Hello ${to.name},`,
    `A mentor of your list is not available any more. If you had chosen them, the others of your order move up; you can change it until the end of ${longDay(chooseBy)}: ${pageOf(program, site)}`,
  ])
}

function pageOf({ key }: Program, site: string): string {
  return `${site}/seasons/${key}/shortlist`
}

function written({ name }: Program, subject: string, lines: readonly string[]): Letter {
  return { subject: `${name}: ${subject}`, body: lines.join('\n\n'), why: WHY }
}
