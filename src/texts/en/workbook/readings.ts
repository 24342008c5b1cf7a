/** Something short to read before a meeting; `minutes` to read it at an easy pace. */
export type Reading = {
  readonly key: string
  readonly title: string
  readonly minutes: number
  readonly for: 'both' | 'mentee' | 'mentor'
  readonly paragraphs: readonly string[]
}

/** Written for this product. */
export const READINGS: readonly Reading[] = [
  {
    key: 'leading-your-own-mentoring',
    title: 'You lead this, even though they know more',
    minutes: 2,
    for: 'mentee',
    paragraphs: [
      'A mentor brings years. You bring the questions, and without them the years stay where they are. So it is you who sends the agenda, you who says what would help today, and you who asks for the next time. That is not impolite; most mentors are relieved.',
      'Prepare one thing, not five. Take a situation that happened, tell it as it was, and say what you would like to be able to do the next time it comes. A real Tuesday is worth more than a general question about confidence.',
      'Afterwards write down the one thing you will try. Begin the next meeting with what became of it, above all when nothing did. What got in the way is usually the best topic of the day.',
    ],
  },
  {
    key: 'asking-before-answering',
    title: 'Three questions before the first piece of advice',
    minutes: 2,
    for: 'mentor',
    paragraphs: [
      'You will often know the answer after two sentences. Wait. The first thing somebody says is seldom what they came with, and your answer, however good, ends the search for it.',
      'Three questions carry a long way. What have you tried already? What would a good outcome look like to you? And what makes this hard for you in particular? Leave a silence after each; it is not empty, somebody is thinking in it.',
      'When you do tell your own story, tell also what you got wrong, and what has changed since. Then hand it back: what of this fits your case, and what does not? Advice that was sorted by the one who needs it is advice that gets used.',
    ],
  },
  {
    key: 'a-goal-that-helps',
    title: 'A goal that helps on an ordinary day',
    minutes: 2,
    for: 'both',
    paragraphs: [
      'A goal is useful when it tells you on an ordinary Wednesday what to do next. “Become more visible” does not. “By the end of November I present our figures to the directors myself” does: you know whom to ask, what to practise, and when it is done.',
      'Hold it against six questions. By when? Are you certain that you want it, and that it can be reached? Does it say what exactly will be different? Does it say what you want, rather than what you want to be rid of? How will you know? And is it yours, in your own hands, or does it need somebody else to change?',
      'It does not have to pass all six on the first day. Write it down as it is, and sharpen it when you know more. Goals that are never changed have usually been forgotten. The old wording stays in your workbook, so you can see how your thinking moved.',
    ],
  },
  {
    key: 'feedback-you-can-use',
    title: 'Asking for feedback that you can use',
    minutes: 2,
    for: 'mentee',
    paragraphs: [
      'Ask “how was I?” and you will hear “good”. Ask before it happens, and about one thing: “Tomorrow, would you watch whether I let others finish?” Whoever agrees to look for it will see it.',
      'When the answer comes, write it down before you explain anything. You may ask for an example. You may say thank you. You need not agree, and you need not decide today.',
      'Then do something with a small part of it, and tell the person that you did. People give good feedback to those with whom it does not disappear.',
    ],
  },
  {
    key: 'when-a-meeting-runs-away',
    title: 'When a meeting runs away from you',
    minutes: 2,
    for: 'both',
    paragraphs: [
      'Half an hour is short. It runs away when the first story takes twenty minutes, when both are too polite to change the subject, or when there was no subject.',
      'Say at the start what you would like to have at the end: a decision, an idea, somebody who listened. Put minutes beside your points, and let the other one watch the clock. At ten minutes before the end stop, whatever is going on, and ask: what do we take from this?',
      'If a meeting went nowhere, say so in the next one, without blame. Two people who can say “that was not much use, was it?” have more of a mentoring than they think.',
    ],
  },
  {
    key: 'what-stays-between-you',
    title: 'What stays between you',
    minutes: 2,
    for: 'both',
    paragraphs: [
      'You will talk about people who are not in the room, about doubts, perhaps about leaving. Agree early what may be told to whom. A simple beginning: what is said here stays here, whoever said it decides about it, and each of you may say “this one really not”.',
      'There are limits, and they are better said before they are needed. If somebody is in danger or the law is broken, a mentor cannot keep it alone. Say that you would first tell the other what you are going to do.',
      'Being in different parts of the house is what makes this work. Do not carry words into the line of the other one, not even kind ones.',
    ],
  },
]

export function readingByKey(key: string): Reading | undefined {
  return READINGS.find((it) => it.key === key)
}
