import { longDay } from '../../texts/en/days.ts'

type Facts = Readonly<Record<string, unknown>>

const SENTENCES: Readonly<Record<string, string>> = {
  'hat-not-given': 'A manager’s hat follows from the directory; nobody gives it.',
  'hat-of-the-whole-organisation': 'Owners and auditors are there for the whole organisation. Choose every season.',
  'hat-ends-before-it-begins': 'This last day has passed. Choose today or a later day, or leave it out.',
  'hat-already-worn': 'This person wears this hat already. To change its last day, take it off and give it anew.',
  'named-contact-is-taken':
    'Somebody else has this place already. Take that hat off first, or give this one for a season of its own.',
  'coordinator-and-people-team':
    'One person is not coordinator and people team at once: whoever knows who was cleared does not place people. Choose somebody else, or decide under Organisation that one person may be both; application forms then say so.',
  'last-owner': 'This is the last owner. First give the hat to somebody else, without a last day.',
  'lent-hat-not-handed-over': 'Your hat was lent to you, and goes back. Whoever lent it can hand the season over.',
  'handed-to-oneself': 'You have this season already. Enter the address of somebody else.',
  'no-second-coordinator':
    'They take part in this season themself, and nobody else would be left to handle what is about them. First have an owner name a second coordinator.',
  'hat-not-lent': 'The hats of owners and auditors are not lent. An owner can give one until a day.',
  'lent-hat-not-lent-on': 'This hat was lent to you, and a lent hat is not lent on.',
  'lent-to-oneself': 'You wear this hat already. Choose somebody else.',
  'one-person-in-use':
    'Somebody is coordinator and people team now. Take one of the two hats off first; then the decision can be taken back.',
  'reason-too-short': 'Say why in a sentence, of 20 characters at least: whom it is about will read it.',
  'glass-on-oneself': 'It cannot be about yourself: another person has to ask, or to agree.',
  'glass-needs-another': 'Another owner or an auditor has to agree: never who asked.',
  'glass-is-over': 'This is over and does not open again. Ask anew, with a reason.',
}

/** Why a rule of the office said no, and what to do about it. */
export function whyNot(code: string, facts: Facts): string {
  if (code === 'lent-too-long')
    return `A hat is lent for 60 days at most, and never longer than you wear it: until ${longDay(String(facts.latest))}.`
  return SENTENCES[code] ?? 'This cannot be done now.'
}
