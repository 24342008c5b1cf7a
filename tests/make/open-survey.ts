import { addDays } from '../../src/calendar/days.ts'
import type { Survey } from '../../src/model/surveys.ts'
import type { Everybody } from './everybody.ts'

const QUESTIONS: NonNullable<Survey['questions']['mentee']> = [
  { kind: 'skills', key: 'skills', text: 'What do you practise?', options: ['asking', 'listening', 'saying no'] },
  { kind: 'yes-no', key: 'on_track', text: 'Are the two of you on your way?' },
  { kind: 'agreement', key: 'fit', text: 'We fit each other.', points: 5 },
  { kind: 'recommend', key: 'recommend', text: 'Would you recommend it?' },
  { kind: 'percent', key: 'goal', text: 'How much of your goal is reached?' },
  { kind: 'free-text', key: 'words', text: 'What should we change?' },
]

/** Puts a survey with a question of every kind into the first season, open today unless said: `now`. */
export async function openSurvey(
  { installation, ids }: Pick<Everybody, 'installation' | 'ids'>,
  days: { readonly opens?: number; readonly closes?: number; readonly today?: string } = {},
  more: Partial<Survey> = {},
): Promise<void> {
  const today = days.today ?? new Date().toISOString().slice(0, 10)
  const survey: Survey = {
    name: 'How it goes',
    opens: addDays(today, days.opens ?? -1),
    closes: addDays(today, days.closes ?? 9),
    required: false,
    questions: { mentor: QUESTIONS, mentee: QUESTIONS },
    ...more,
  }
  await installation.pool.query("update season set program = jsonb_set(program, '{surveys,now}', $1) where id = $2", [
    JSON.stringify(survey),
    ids.season,
  ])
}
