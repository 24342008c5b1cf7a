/** Why two people may not be a pair; blocks, forbidden pairs and clearance share one word. */
const REFUSED: Readonly<Record<string, string>> = {
  'own-self': 'nobody mentors themselves',
  'own-division': 'of the same division',
  'division-unknown': 'without a division in the directory',
  'reporting-line': 'in the reporting line',
  'past-pair': 'a pair before',
  'both-ways': 'a pair already, the other way round',
  'too-little-overlap': 'with too little shared time',
  'relative-level': 'of a grade too near or too far',
  'no-places': 'without a place left',
  'not-possible': 'not possible',
}

export function refusalInWords(code: string): string {
  return REFUSED[code] ?? 'not possible'
}

const TERMS: Readonly<Record<string, string>> = {
  topics: 'Topics',
  experience: 'Experience',
  seniority: 'Seniority',
  overlap: 'Shared hours',
  language: 'Language',
  past: 'Earlier pairs',
}

/** A part of a pair's worth, as a heading. */
export function termInWords(name: string): string {
  return TERMS[name] ?? name
}

/** Worth as people read it, 0 to 100. */
export function outOf100(worth: number): string {
  return String(Math.round(worth / 100))
}

/** A difference of worth in points, one decimal where it is not whole. */
export function pointsInWords(worth: number): string {
  const points = Math.abs(worth) / 100
  const said = Number.isInteger(points) ? String(points) : points.toFixed(points < 0.1 ? 2 : 1)
  return `${said} ${said === '1' ? 'point' : 'points'}`
}

/** "the best", "the 2nd". */
export function placeInWords(rank: number): string {
  if (rank === 1) return 'the best'
  const tens = Math.floor((rank % 100) / 10)
  const ending = tens === 1 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[rank % 10] ?? 'th')
  return `the ${rank}${ending}`
}

/** "Ana", "Ana and Bo", "Ana, Bo and 3 more". */
export function someOf(names: readonly string[], most = 5): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
