import { longDay } from '../../../texts/en/days.ts'
import type { FormFault } from '../shapes.ts'

/** What is to do about one thing in the form, in a sentence. */
export function faultInWords({ code, facts }: FormFault): string {
  switch (code) {
    case 'choose':
      return 'Choose an answer.'
    case 'write':
      return 'Write a sentence or two here.'
    case 'too-long':
      return `At most ${facts.most} characters fit here; these are ${facts.given}.`
    case 'whole-number':
      return `Write a whole number, from 0 to ${facts.most}.`
    case 'not-offered':
      return 'Choose one of the answers below.'
    case 'too-many':
      return `Choose ${facts.most} at most. You chose ${facts.given}.`
    case 'confirm':
      return `Tick this if it is so: “${facts.text}” Without it you cannot take part in this season.`
    case 'not-yet':
      return `You can apply from ${longDay(String(facts.fromOn))}, when you will have been here for ${facts.months} months.`
    case 'start-unknown':
      return 'The directory does not say when you started, so nobody can tell whether it is long enough. Ask whoever keeps it to enter the day.'
    case 'nobody-called':
      return `Nobody here is called “${facts.line}”. Write the name as the directory has it, or the address.`
    case 'several-called':
      return `More than one person is called “${facts.line}”. Write the address instead.`
    case 'oneself':
      return 'This is you.'
    case 'both-lists':
      return 'One person stands in both lists. Leave them in one.'
  }
}

/** Why somebody cannot apply now, and what they can do. */
export function refusalInWords(code: string): string {
  switch (code) {
    case 'call-not-open':
      return 'This call is not open yet.'
    case 'application-stands':
      return 'The call has closed, so what you sent stands. You can still take it back on the page of your application.'
    case 'not-in-the-directory':
      return 'You are not in the directory of this organisation yet, and this program takes people from there. Ask its contact.'
    case 'no-second-coordinator':
      return 'You are the only coordinator of this season. An owner gives the hat to a second person, who then handles your application.'
    case 'one-role-only':
      return 'In this program one person has one role. Take back your other application first.'
    case 'in-a-pair':
      return 'You are in a pair of this season, so there is nothing to take back. The coordinators end a pair without asking why.'
    case 'match-is-made':
      return 'Pairs are being made just now. Until everybody has heard, tell the coordinators instead.'
    case 'call-is-open':
      return 'This call is open now: you can apply.'
    default:
      return 'This call has closed. You can ask to hear when the next one opens.'
  }
}
