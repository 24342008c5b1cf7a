/** Letters that a person may have on their page only: which of them go together under one switch. Issue 4, when it goes quiet. */
export const SWITCHES = [
  'meetings',
  'plans',
  'pairs',
  'surveys',
  'calls',
  'mentors',
  'groups',
  'desk',
  'reviews',
] as const
export type Switch = (typeof SWITCHES)[number]

type Rule = {
  /** Whether it waits for hours in which it may reach its person, or leaves at once because they ask for it at that moment. */
  readonly leaves: 'in-permitted-hours' | 'at-once'
  /** The switch that governs it; null for what the program needs. */
  readonly switch: Switch | null
}

const NEEDED = { leaves: 'in-permitted-hours', switch: null } as const
const AT_ONCE = { leaves: 'at-once', switch: null } as const
const by = (name: Switch) => ({ leaves: 'in-permitted-hours', switch: name }) as const

/** Every kind of letter there is, when it may leave and which switch governs it. This table decides; nothing else does. */
export const LETTER_KINDS = {
  // Asked for by the person at that moment.
  'sign-in': AT_ONCE,
  test: AT_ONCE,
  erased: AT_ONCE,
  receipt: AT_ONCE,
  // Asked for, or somebody has to hear of it before the night is over.
  'step-removed': AT_ONCE,
  // What the program needs: admission, announcement, the end of a pair, safety, and the work of a hat.
  pair: NEEDED,
  'no-place': NEEDED,
  'pair-ended': NEEDED,
  'look-again': NEEDED,
  glass: NEEDED,
  report: NEEDED,
  hat: NEEDED,
  'left-alone': NEEDED,
  // From whom somebody may choose, by a day.
  shortlist: NEEDED,
  'asks-coordinator': NEEDED,
  // Of an event one signed up for: it is called off, or takes place after all.
  'event-news': NEEDED,
  // Somebody waits for the answer: whoever wants no such questions shows themself no more.
  'mentor-request': NEEDED,
  'manager-ask': NEEDED,
  // What people choose.
  'meet-reminder': by('meetings'),
  'meet-question': by('meetings'),
  'still-going': by('meetings'),
  'meet-invitation': by('plans'),
  'pair-news': by('pairs'),
  'certificate-ready': by('pairs'),
  'survey-opens': by('surveys'),
  'survey-closes': by('surveys'),
  'call-open': by('calls'),
  'mentor-news': by('mentors'),
  'from-coordinator': by('groups'),
  'desk-digest': by('desk'),
  'reviews-given': by('reviews'),
  'reviews-due': by('reviews'),
} as const satisfies Readonly<Record<string, Rule>>

export type LetterKind = keyof typeof LETTER_KINDS

/** The switch that governs letters of a kind; null for what the program needs, and for what is asked for. */
export function switchOf(kind: LetterKind): Switch | null {
  return LETTER_KINDS[kind].switch
}

/** Whether a letter of this kind waits for hours in which it may reach its person. PRODUCT.md, meet; issue 4, quiet hours. */
export function waitsForHours(kind: LetterKind): boolean {
  return LETTER_KINDS[kind].leaves === 'in-permitted-hours'
}
