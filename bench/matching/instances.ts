import { type Grid, NOT_POSSIBLE } from '../../src/matching/grid.ts'

/** People as numbers for a benchmark: 64 skills, 16 divisions, 24 zones; many are alike, so many pairs tie. After reference/matching.md 3.2. */
export type People = { readonly mentees: Side; readonly mentors: Side; readonly capacity: Int32Array }
type Side = {
  readonly size: number
  readonly skills: Uint8Array
  readonly goals: Uint8Array
  readonly division: Uint8Array
  readonly zone: Uint8Array
  readonly seniority: Uint8Array
  readonly languages: Uint8Array
}

const SKILLS = 64
const GOALS = 4

/** The same people for the same seed, on every machine. */
export function drawPeople(mentees: number, mentors: number, most: number, seed: number): People {
  const dice = diceOf(seed)
  const one = { mentees: drawSide(mentees, dice), mentors: drawSide(mentors, dice) }
  return { ...one, capacity: Int32Array.from({ length: mentors }, () => 1 + Math.floor(dice() * most)) }
}

function drawSide(size: number, dice: () => number): Side {
  const bytes = (length: number, below: number) => Uint8Array.from({ length }, () => Math.floor(dice() * below))
  const skills = Uint8Array.from({ length: SKILLS * size }, () => (dice() < 0.15 ? 1 + Math.floor(dice() * 3) : 0))
  const languages = Uint8Array.from({ length: size }, () => 1 | (dice() < 0.3 ? 2 : 0) | (dice() < 0.2 ? 4 : 0))
  const sides = { division: bytes(size, 16), zone: bytes(size, 24), seniority: bytes(size, 6) }
  return { size, skills, goals: bytes(GOALS * size, SKILLS), ...sides, languages }
}

/** Scores everybody with everybody: 0 to 10,000 in steps of 50, own division and no shared hour not possible. */
export function gridOf({ mentees, mentors, capacity }: People): Grid {
  const [n, m] = [mentees.size, mentors.size]
  const worth = new Int16Array(n * m)
  for (let i = 0; i < n; i++) scoreRow(mentees, mentors, i, worth)
  const none = { need: new Int32Array(m), rowClass: new Int32Array(n), columnClass: new Int32Array(m).fill(-1) }
  const hashes = { rowHash: ramp(n, 0x9e3779b1), columnHash: ramp(m, 0x85ebca6b) }
  return { rows: n, columns: m, worth, capacity, ...none, ...hashes }
}

// A row at a time: a function called often is compiled sooner than a long loop.
function scoreRow(mentees: Side, mentors: Side, i: number, worth: Int16Array): void {
  const m = mentors.size
  const division = mentees.division[i] as number
  const zone = mentees.zone[i] as number
  const seniority = mentees.seniority[i] as number
  const languages = mentees.languages[i] as number
  for (let j = 0; j < m; j++) {
    const far = Math.abs(zone - (mentors.zone[j] as number))
    const hours = 8 - Math.min(far, 24 - far)
    if (division === mentors.division[j] || hours <= 0) {
      worth[i * m + j] = NOT_POSSIBLE
      continue
    }
    let points = 0
    for (let g = 0; g < GOALS; g++)
      points += (mentors.skills[(mentees.goals[i * GOALS + g] as number) * m + j] as number) * (GOALS - g)
    const ahead = (mentors.seniority[j] as number) - seniority
    const shared = languages & (mentors.languages[j] as number)
    worth[i * m + j] = 50 * (points * 4 + hours * 5 + (ahead > 0 && ahead < 4 ? 25 : 0) + (shared > 1 ? 15 : 0))
  }
}

function ramp(size: number, by: number): Int32Array {
  return Int32Array.from({ length: size }, (_, at) => Math.imul(at + 1, by))
}

// Mulberry32: small, fast, the same everywhere.
function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
