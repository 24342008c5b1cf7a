/** Something to do together or alone, which begins a page of the workbook. */
export type Exercise = {
  readonly key: string
  readonly title: string
  readonly minutes: number
  readonly why: string
  readonly steps: readonly string[]
}

/** Written for this product. */
export const EXERCISES: readonly Exercise[] = [
  {
    key: 'map-of-people',
    title: 'A map of people',
    minutes: 15,
    why: 'Most of what you need next is known by somebody. This finds out by whom.',
    steps: [
      'Write down everybody who has helped you at work in the last year, one name a line.',
      'Behind each name: what they know, and when you last talked.',
      'Where is the gap between this list and your goal?',
      'The mentor adds two people whom you do not know yet.',
      'Write to one of them before the next meeting.',
    ],
  },
  {
    key: 'good-day-bad-day',
    title: 'A good day and a bad one',
    minutes: 15,
    why: 'What gives you strength, and what takes it, is easier to see in one day than in a year.',
    steps: [
      'Each writes about one very good working day of the last months: what happened, hour by hour.',
      'The same for a bad one.',
      'Swap. The other one marks what comes up in both.',
      'What could you have more of next month, and what would you have to say no to for it?',
    ],
  },
  {
    key: 'the-sentence-you-owe',
    title: 'The sentence you owe somebody',
    minutes: 20,
    why: 'A difficult conversation is mostly one sentence that was put off.',
    steps: [
      'Who is it, and what have you not said?',
      'Write the sentence as you think it, unsent.',
      'Write it again: what you saw, what it does to your work, what you ask for.',
      'Say it aloud to your partner, who answers as the other person would. Swap, and hear it from the other side.',
      'When will you say it, and where?',
    ],
  },
  {
    key: 'letter-from-the-end',
    title: 'A letter from the end of the season',
    minutes: 10,
    why: 'It shows what you hope for better than a question about it.',
    steps: [
      'The date is the last day of the season. Write to yourself: it went well, and this is what is different.',
      'What did you do that you did not dare in the beginning?',
      'Who noticed, and by what?',
      'Underline the sentence that matters most. Is it in your goal?',
    ],
  },
  {
    key: 'half-way',
    title: 'Half-way, plainly',
    minutes: 15,
    why: 'Five minutes of plain words now are worth more than a polite season.',
    steps: [
      'Each for themselves: what helps so far, and what does not?',
      'Read both aloud, without answering.',
      'What do we do more of, what do we stop, what do we try?',
      'Does the agreement still say how we work together? Does the goal still say what we want?',
    ],
  },
]

export function exerciseByKey(key: string): Exercise | undefined {
  return EXERCISES.find((it) => it.key === key)
}

/** The text of a page that begins with an exercise: each step with room under it. */
export function exerciseAsText({ steps }: Exercise): string {
  return steps.map((step, at) => `${at + 1}. ${step}\n`).join('\n')
}
