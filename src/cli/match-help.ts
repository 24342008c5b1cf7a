import { MATCH_COLUMNS } from '../sheets/match-kind.ts'

/** What `match csv --help` prints. */
export const MATCH_HELP: readonly string[] = [
  'alongside match csv --mentors M.csv --mentees N.csv [--policy P.yaml] --out FOLDER [--dates dmy|mdy] [--map column=header]',
  'alongside match verify FOLDER',
  '',
  'Two spreadsheets saved as CSV in, without a database; pairs.csv, unmatched.csv, certificate.json and report.html out.',
  'Only email is needed. A header may be written Time Zone, time-zone or time_zone. What is not known helps and hurts nobody.',
  '',
  ...MATCH_COLUMNS.map(([name, about]) => `  ${name.padEnd(25)} ${about}`),
  '',
  'A policy says weights of topics, wishes, experience, seniority, overlap, language and past; otherDivision, overlapHours,',
  'levelsAhead, reportingLineDistance, pastPairs, load, season, taxonomy, similarWords, pinned, forbidden, seed, title.',
  'See docs/matching-from-spreadsheets.md.',
]
