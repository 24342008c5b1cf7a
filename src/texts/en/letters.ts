import type { Switch } from '../../model/letter-kinds.ts'

/** How a letter reached its person, or why not; the same words wherever they read it. */
const WAYS: Readonly<Record<string, string>> = {
  released: 'Its e-mail is on the way; at night and on your days off it waits for the morning.',
  sent: 'Sent to you by e-mail.',
  kept: 'Not sent by e-mail: no mail server is set up.',
  filed: 'Not sent by e-mail: no mail server is set up.',
  page: 'Here only, as you chose.',
  failed: 'Its e-mail was not taken by your mailbox. Ask a coordinator whether your address is right.',
}

export function wayOfLetter(state: string): string {
  return WAYS[state] ?? ''
}

/** What a switch governs, as a person reads it, and what they would not hear of in time without it. */
export const SWITCH_WORDS: Readonly<Record<Switch, { readonly name: string; readonly hint: string }>> = {
  meetings: {
    name: 'Reminders and questions about your meetings',
    hint: 'At most one reminder and one question in each window, and one letter a month that asks whether you are still going.',
  },
  plans: {
    name: 'Times to meet, invitations and cancellations',
    hint: 'Without the e-mail your calendar is not told; the private calendar still is.',
  },
  pairs: {
    name: 'News of your pair',
    hint: 'A pause, a wish to go on after the season, and once that your certificate is ready.',
  },
  surveys: { name: 'Surveys', hint: 'One when a survey opens, one before it closes.' },
  mentors: {
    name: 'Answers about the directory of mentors',
    hint: 'What became of a request; requests to you come in any case while you show yourself.',
  },
  calls: { name: 'The next call', hint: 'Once, if you asked to hear of it.' },
  groups: {
    name: 'Letters that a coordinator writes to several people',
    hint: 'To everybody whose training is missing, for example.',
  },
  reviews: {
    name: 'Applications to review',
    hint: 'One when some are given to you, and at most one before they are due.',
  },
  desk: { name: 'The morning letter to coordinators', hint: 'On working days on which something needs you.' },
}

/** What comes by e-mail in any case, in words. */
export const ALWAYS_SENT =
  'What the program needs comes by e-mail in any case: whether you have a place, who your partner is, that your pair has ended, answers to what you asked, hats given or taken, and what keeps you and your data safe.'
