import type { Need } from '../../../desk/rules/desk-line.ts'

/** What lines of a kind are, one and several. */
export const KIND_IN_WORDS: Readonly<Record<Need['kind'], readonly [one: string, many: string]>> = {
  announce: ['release of letters', 'releases of letters'],
  match: ['match to run', 'matches to run'],
  shortlists: ['set of shortlists to send', 'sets of shortlists to send'],
  decide: ['decision', 'decisions'],
  help: ['person who asked for help', 'people who asked for help'],
  'quiet-pair': ['quiet pair', 'quiet pairs'],
  'another-match': ['wish for another match', 'wishes for another match'],
  disagree: ['pair that remembers it differently', 'pairs that remember it differently'],
  certificate: ['missing certificate', 'missing certificates'],
  'look-again': ['promised answer', 'promised answers'],
  seats: ['event without an hour for everybody', 'events without an hour for everybody'],
  undelivered: ['address that takes no letters', 'addresses that take no letters'],
  late: ['group of late applications', 'groups of late applications'],
  reviews: ['season with reviews out', 'seasons with reviews out'],
  'free-place': ['mentor who may have a place free', 'mentors who may have a place free'],
  'season-decision': ['season to decide on', 'seasons to decide on'],
  'season-closing': ['season to close', 'seasons to close'],
  place: ['place to fill', 'places to fill'],
  training: ['training behind its target', 'trainings behind their target'],
  questions: ['event with questions', 'events with questions'],
  survey: ['survey below its target', 'surveys below their target'],
}
