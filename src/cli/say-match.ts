import type { Ready } from '../journey/match/actions/check-readiness.ts'
import type { Runs } from '../journey/match/actions/list-runs.ts'
import type { Priced } from '../journey/match/actions/price-rule.ts'
import type { SeasonShortlists } from '../journey/match/actions/see-shortlists.ts'
import type { RuleSet, RulesInForce } from '../journey/match/actions/set-rule.ts'
import { outOf100, refusalInWords } from '../texts/en/match.ts'
import { besidesInWords, moveInWords, pointsLine, priceInWords } from '../texts/en/match-price.ts'
import { countOf } from '../texts/en/results.ts'

/** What a run would have to go on. */
export function sayReady(it: Ready): readonly string[] {
  return [
    `${countOf(it.mentees, 'mentee')}, ${countOf(it.mentors, 'mentor')} with ${countOf(it.places, 'place')}; by open rules at most ${it.most} can have a place at once`,
    ...it.stuck.map(
      ({ person, role, refused, like, relax }) =>
        `  ${person.name}, ${role}, could be paired with nobody: ${refused.map((one) => `${one.people} ${refusalInWords(one.code)}`).join(', ')}. ${like ? `Somebody like ${like.name} would be possible.` : (relax ?? '')}`,
    ),
    ...it.refusedPins.map(
      ({ mentee, mentor, code }) =>
        `  ${mentee.name} with ${mentor.name} is pinned and cannot be kept: ${refusalInWords(code)}`,
    ),
  ]
}

/** The runs of a season, a line each. */
export function sayRuns({ runs }: Runs): readonly string[] {
  return runs.map((it) => {
    const mean = it.worth === null || it.pairs === 0 ? '' : `, worth ${outOf100(it.worth / it.pairs)} in the mean`
    const published = it.publishedOn ? `, published on ${it.publishedOn}` : ''
    return `Run ${it.number}, ${it.happenedOn}: ${countOf(it.pairs, 'pair')}, ${it.waiting} without a mentor${mean}${published}`
  })
}

/** What a change costs, and what to give back so that it is done at this price. */
export function sayPrice(it: Priced): readonly string[] {
  return [priceInWords(it), ...it.moves.map(moveInWords), pointsLine(it), ...besidesInWords(it), `seen: ${it.seen}`]
}

/** What coordinators asked for, with the ids to undo it. */
export function sayRules({ rules }: RulesInForce): readonly string[] {
  return rules.map((it) => {
    const pairs = it.isOwn
      ? 'a pair of your own'
      : it.pairs.map(({ mentee, mentor }) => `${mentee.name} with ${mentor.name}`).join(', and ')
    return `${it.kind}: ${pairs}; by ${it.setBy} on ${it.setOn}; undo with: match lift ${it.changeId}`
  })
}

export function sayRuleSet({ change, pairs }: RuleSet): readonly string[] {
  return [`${countOf(pairs, 'pair')}; every run from now on obeys. Change ${change}`]
}

/** Who stands on whose shortlist, how often each mentor is offered, and how many have chosen. */
export function sayShortlists(it: SeasonShortlists): readonly string[] {
  if (it.choosing === 'none') return ['This season has no shortlists: its match decides alone']
  if (!it.lists) return ['No shortlists yet. Make them with: match make-shortlists']
  const sent = it.lists.sentOn ? `sent on ${it.lists.sentOn}; ${it.chose} of ${it.asked} have chosen` : 'not sent yet'
  return [
    `Shortlists of ${countOf(it.mentees.length, 'mentee')}, made on ${it.lists.madeOn}, ${sent}; they choose until ${it.chooseBy ?? ''}`,
    ...it.mentees.map(({ mentee, mentors, hasChosen }) => {
      const names = mentors.map((one) => `${one.mentor.name}${one.isIn ? '' : ' (not available any more)'}`)
      return `  ${mentee.name}${hasChosen ? ' (has chosen)' : ''}: ${names.join(', ')}`
    }),
    ...it.offers.map(
      ({ mentor, lists, places }) => `  ${mentor.name} is on ${countOf(lists, 'list')}, ${countOf(places, 'place')}`,
    ),
    ...(it.without.length > 0 ? [`Without a list: ${it.without.map((one) => one.name).join(', ')}`] : []),
    ...(it.locked > 0 ? [`${countOf(it.locked, 'line')} about you, which another coordinator handles`] : []),
  ]
}
