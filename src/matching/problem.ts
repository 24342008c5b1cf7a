import type { Certificate } from './certificate.ts'
import type { WeekRun } from './overlap.ts'
import type { Taxonomy } from './taxonomy.ts'
import type { TermName, Weights } from './weights.ts'

/** A review score and the instant of application (ISO 8601, UTC); `null` is unreviewed and below every score. Policy: PRODUCT.md "Matching", priority. */
export type Priority = { readonly score: number | null; readonly appliedAt: string }

/** What both roles bring. `id` is the person's: one id in both roles is a dual. What is absent neither helps nor hurts. */
type Candidate = {
  readonly id: string
  readonly division: string | null
  /** Ids of managers up the reporting line, nearest first. */
  readonly lineAbove: readonly string[]
  /** Offered by a mentor, wanted by a mentee; compared by the taxonomy, else trimmed and without regard to case. */
  readonly topics: readonly string[]
  readonly priority: Priority
  /** Grade, any ordered whole number. */
  readonly level?: number | null
  /** Years of experience. */
  readonly years?: number | null
  readonly languages?: readonly string[]
  /** Working hours over the season, week by week in UTC. */
  readonly hours?: readonly WeekRun[] | null
  /** Ids of people they wish for, best first. */
  readonly wishes?: readonly string[]
  readonly asynchronous?: boolean
}

/** Somebody who offers places: `minimum` to `maximum` mentees at a time. */
export type Mentor = Candidate & { readonly minimum: number; readonly maximum: number }
export type Mentee = Candidate

export type PairIds = { readonly mentorId: string; readonly menteeId: string }

/** One run. `fixed` pairs (published earlier) use up places; only the given mentors and mentees are seated. */
export type Problem = {
  readonly mentors: readonly Mentor[]
  readonly mentees: readonly Mentee[]
  readonly fixed?: readonly PairIds[]
}

/** The hard rules and the seed. `blocks` hold in both directions; clearance is handed in as `forbidden`. Policy: PRODUCT.md "Matching", hard rules. */
export type Policy = {
  readonly otherDivision: boolean
  /** Steps up or down the reporting line that may not be paired; 0 switches the rule off. */
  readonly reportingLineDistance: number
  readonly overlapHours?: number | null
  /** Whole grades a mentor is above the mentee, at least and at most; people without a grade may be paired with everybody. */
  readonly levelsAhead?: LevelsAhead | null
  readonly blocks: readonly (readonly [string, string])[]
  readonly forbidden: readonly PairIds[]
  readonly pinned: readonly PairIds[]
  /** Whom mentees chose, kept where it costs nobody a place (`choices.ts`). */
  readonly choices?: readonly Choice[]
  readonly past: readonly PairIds[]
  /** What a past pair means: never again (where nothing is said), or fewer points by the weight of `past`. */
  readonly pastPairs?: 'never' | 'worth'
  readonly worth?: WorthPolicy
  readonly seed: number
  /** Aim 0, and whether duals without a mentee are seated as mentees where places are left (`fill-back.ts`). */
  readonly shortage: { readonly by: 'count' | 'feasibility'; readonly fillBack?: boolean }
}

/** The mentors somebody chose from a shortlist, the dearest first. */
export type Choice = { readonly menteeId: string; readonly mentorIds: readonly string[] }

export type LevelsAhead = { readonly least: number | null; readonly most: number | null }

/** What counts in the worth of a pair. Where it says nothing, `USUAL_WEIGHTS` count and topics match only by their words. */
export type WorthPolicy = {
  readonly weights?: Weights
  /** What people's words for topics mean, and which topics are near each other. */
  readonly taxonomy?: Taxonomy
  /** Whether words that the taxonomy does not know count by how alike they are. */
  readonly similarWords?: boolean
}

/** Points of one part of a pair's worth, 0 to `max`, and a phrase that says why. */
export type Term = {
  readonly name: TermName
  readonly points: number
  readonly max: number
  readonly says: string
}
/** A pair's worth, an integer 0 to 10,000, the sum of its terms. */
export type Worth = { readonly worth: number; readonly terms: readonly Term[] }

export type RefusalCode =
  | 'own-self'
  | 'own-division'
  | 'division-unknown'
  | 'reporting-line'
  | 'past-pair'
  | 'both-ways'
  | 'too-little-overlap'
  | 'relative-level'
  | 'no-places'
  | 'not-possible'

/**
 * The smallest change that would help somebody, true by running again: so many new places at mentors like one of the run, or new
 * mentees like one, would seat them; or, where no such person could be paired with them, one rule relaxed would open the run to them.
 */
export type Remedy = PeopleRemedy | RuleRemedy
export type PeopleRemedy = { readonly kind: 'mentor' | 'mentee'; readonly like: string; readonly places: number }
/** `relax` is what the policy would say instead; `opens` counts who would no longer be ruled out for them. */
export type RuleRemedy = {
  readonly kind: 'rule'
  readonly relax: Partial<Pick<Policy, RelaxedRule>>
  readonly opens: number
}
export type RelaxedRule = 'overlapHours' | 'levelsAhead' | 'pastPairs' | 'reportingLineDistance' | 'otherDivision'

/** `rankForMentee` 1: nobody openly possible is worth more to the mentee; likewise for the mentor. */
export type MatchedPair = PairIds &
  Worth & {
    readonly reason: string
    readonly pinned: boolean
    /** Whether the mentee chose the mentor and the run kept it; absent where not. */
    readonly chosen?: true
    readonly rankForMentee: number
    readonly rankForMentor: number
  }
export type Unmatched = {
  readonly id: string
  readonly role: 'mentor' | 'mentee'
  readonly code: 'nobody-possible' | 'waiting' | 'reserve'
  readonly remedy: Remedy | null
  readonly reason: string
}

/** What a run found. Lists of ids are in priority order, pairs by mentee id. */
export type MatchAnswer = {
  readonly pairs: readonly MatchedPair[]
  readonly unmatched: readonly Unmatched[]
  readonly waitingList: readonly string[]
  readonly reserve: readonly string[]
  /** Pins that break a hard rule and were left out. */
  readonly refusedPins: readonly (PairIds & { readonly code: RefusalCode })[]
  /** `worth` sums the pairs; `places` are those left after fixed pairs. */
  readonly totals: {
    readonly pairs: number
    readonly worth: number
    readonly mentees: number
    readonly mentors: number
    readonly places: number
  }
  /** Whether every aim is proven; false only if conflicts between duals used up the search's branches, or so many answers are equally good that the worst off were not compared. */
  readonly proven: boolean
  /** Proves aims 1 to 5 to `verify`; null where `proven` is false. */
  readonly certificate: Certificate | null
  /** The same for the run that seated duals at places left over (`askFillBack`); absent where there was none. */
  readonly certificateOfFillBack?: Certificate | null
}
