import type { Mentee, Mentor, Term, Worth } from './problem.ts'

/** Most points of each part; together 10,000. Policy: PRODUCT.md "Matching", worth. */
export const WORTH_POINTS = { topics: 6000, experience: 1000, seniority: 1000, overlap: 1000, language: 1000 } as const
/** Years a mentor is ahead, and levels a mentor is above, at which nothing more is gained. Policy: a first, plain setting. */
const YEARS_AHEAD = 5
const LEVELS_ABOVE = 2
const FULL_OVERLAP_MINUTES = 240
const DAY_MINUTES = 1440

/** The worth of a pair, 0 to 10,000, with every part named. What is not known scores half. Policy: PRODUCT.md "Matching", worth. */
export function pairWorth(mentor: Mentor, mentee: Mentee): Worth {
  const terms = [
    topics(mentor, mentee),
    experience(mentor, mentee),
    seniority(mentor, mentee),
    overlap(mentor, mentee),
    language(mentor, mentee),
  ]
  return { worth: terms.reduce((sum, term) => sum + term.points, 0), terms }
}

/** Minutes a day, 0 to 1,440, in which both work by their UTC hours; null when either is unknown. */
export function sharedMinutes(a: Mentor, b: Mentee): number | null {
  if (!a.hoursUtc || !b.hoursUtc) return null
  const start = (((b.hoursUtc.fromMinutes - a.hoursUtc.fromMinutes) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  const own = lengthOf(a.hoursUtc)
  const other = lengthOf(b.hoursUtc)
  const sameDay = Math.max(0, Math.min(own, start + other) - start)
  return sameDay + Math.max(0, Math.min(own, start + other - DAY_MINUTES))
}

function lengthOf(hours: { readonly fromMinutes: number; readonly untilMinutes: number }): number {
  return (hours.untilMinutes - hours.fromMinutes + DAY_MINUTES) % DAY_MINUTES
}

function topics(mentor: Mentor, mentee: Mentee): Term {
  const wanted = folded(mentee.topics)
  if (wanted.size === 0) return neutral('topics', 'no topics were asked for')
  const offered = folded(mentor.topics)
  const shared = [...wanted].filter(([key]) => offered.has(key)).map(([, text]) => text)
  const says =
    shared.length === 0
      ? 'no topic in common'
      : `${shared.length} of ${wanted.size} wanted topics: ${shared.join(', ')}`
  return scored('topics', shared.length / wanted.size, says)
}

// Keys are what is compared, values what the person wrote.
const foldedTopics = new WeakMap<readonly string[], ReadonlyMap<string, string>>()
function folded(texts: readonly string[]): ReadonlyMap<string, string> {
  const known = foldedTopics.get(texts)
  if (known) return known
  const found = new Map(
    texts.map((text) => [text.trim().toLowerCase(), text.trim()] as const).filter(([key]) => key !== ''),
  )
  foldedTopics.set(texts, found)
  return found
}

function experience(mentor: Mentor, mentee: Mentee): Term {
  if (mentor.years == null || mentee.years == null) return neutral('experience', 'experience not known')
  const ahead = mentor.years - mentee.years
  return scored(
    'experience',
    ahead / YEARS_AHEAD,
    ahead > 0 ? `${ahead} more years of experience` : 'no more years of experience',
  )
}

function seniority(mentor: Mentor, mentee: Mentee): Term {
  if (mentor.level == null || mentee.level == null) return neutral('seniority', 'levels not known')
  const above = mentor.level - mentee.level
  return scored(
    'seniority',
    above / LEVELS_ABOVE,
    above > 0 ? `${above} ${above === 1 ? 'level' : 'levels'} above` : 'not above in level',
  )
}

function overlap(mentor: Mentor, mentee: Mentee): Term {
  const minutes = sharedMinutes(mentor, mentee)
  if (minutes === null) return neutral('overlap', 'working hours not known')
  return scored('overlap', minutes / FULL_OVERLAP_MINUTES, `${minutes} shared working minutes a day`)
}

function language(mentor: Mentor, mentee: Mentee): Term {
  if (!mentor.languages?.length || !mentee.languages?.length) return neutral('language', 'languages not known')
  const spoken = folded(mentor.languages)
  const shared = [...folded(mentee.languages)].filter(([key]) => spoken.has(key)).map(([, text]) => text)
  return scored(
    'language',
    shared.length > 0 ? 1 : 0,
    shared.length > 0 ? `both speak ${shared.join(', ')}` : 'no language in common',
  )
}

function scored(name: Term['name'], share: number, says: string): Term {
  const max = WORTH_POINTS[name]
  return { name, points: Math.round(max * Math.min(1, Math.max(0, share))), max, says }
}

function neutral(name: Term['name'], says: string): Term {
  return scored(name, 0.5, says)
}
