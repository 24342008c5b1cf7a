import { z } from 'zod'
import { checkReadiness } from '../../journey/match/actions/check-readiness.ts'
import { followRun } from '../../journey/match/actions/follow-run.ts'
import { listRuns } from '../../journey/match/actions/list-runs.ts'
import { type AskedChange, priceRule } from '../../journey/match/actions/price-rule.ts'
import { liftRule, seeRules, setRule } from '../../journey/match/actions/set-rule.ts'
import { proposeMatch, publishMatch, showMatch } from '../../journey/match/actions.ts'
import { daySchema } from '../../model/day.ts'
import { type Given, must, number, type Operation, operation, season, text } from '../operation.ts'
import type { Option } from '../option.ts'
import { count } from '../shapes/count.ts'
import { matchPrice, matchReady, matchRuleSet, matchRules, matchRuns, runFollowed } from '../shapes/match-board.ts'
import { matchRun } from '../shapes/match-run.ts'

const RUN: Option = { name: 'run', kind: 'number', about: 'the number of a run; without it the latest' }
const KINDS = ['pin', 'forbid', 'swap'] as const
const CHANGE: readonly Option[] = [
  { name: 'kind', kind: 'choice', choices: KINDS, required: true, about: 'what to do with the pair' },
  { name: 'mentee', kind: 'text', required: true, about: 'the address of the mentee' },
  { name: 'mentor', kind: 'text', about: 'the address of the mentor, to pin or forbid' },
  { name: 'with', kind: 'text', about: 'the address of the other mentee, to swap mentors with' },
]

export const match: readonly Operation[] = [
  operation({
    action: 'match.proposeMatch',
    stage: 'match',
    verb: 'propose',
    about: 'Run the match and keep the run',
    options: [],
    shows: false,
    result: matchRun,
    run: (ctx, given) => proposeMatch(ctx, season(given)),
  }),
  operation({
    action: 'match.showMatch',
    stage: 'match',
    verb: 'show',
    about: 'Show a run, the latest unless it is named',
    options: [RUN],
    shows: true,
    result: matchRun,
    run: (ctx, given) => showMatch(ctx, { ...season(given), ...runIn(given) }),
  }),
  operation({
    action: 'match.checkReadiness',
    stage: 'match',
    verb: 'ready',
    about: 'Show what a run would have to go on, and who could be paired with nobody',
    options: [],
    shows: true,
    result: matchReady,
    run: (ctx, given) => checkReadiness(ctx, season(given)),
  }),
  operation({
    action: 'match.listRuns',
    stage: 'match',
    verb: 'runs',
    about: 'List the runs, the latest first, fifty a page',
    options: [{ name: 'page', kind: 'number', about: 'which page' }],
    shows: true,
    result: matchRuns,
    run: (ctx, given) => listRuns(ctx, { ...season(given), page: Math.max(1, number(given, 'page') ?? 1) }),
  }),
  operation({
    action: 'match.followRun',
    stage: 'match',
    verb: 'under-way',
    about: 'Show how far the run is that is being made, in numbers',
    options: [],
    shows: true,
    result: runFollowed,
    run: (ctx, given) => followRun(ctx, season(given)),
  }),
  operation({
    action: 'match.priceRule',
    stage: 'match',
    verb: 'price',
    about: 'Show what it costs to pin a pair, forbid it, or swap the mentors of two, and change nothing',
    options: CHANGE,
    shows: true,
    result: matchPrice,
    run: (ctx, given) => priceRule(ctx, changeIn(given)),
  }),
  operation({
    action: 'match.setRule',
    stage: 'match',
    verb: 'set',
    about: 'Pin a pair, forbid it, or swap the mentors of two; every run from then on obeys',
    options: [...CHANGE, { name: 'seen', kind: 'text', about: 'what match price said was seen' }],
    shows: false,
    result: matchRuleSet,
    run: (ctx, given) => {
      const seen = text(given, 'seen')
      return setRule(ctx, { ...changeIn(given), ...(seen === undefined ? {} : { seen }) })
    },
  }),
  operation({
    action: 'match.seeRules',
    stage: 'match',
    verb: 'rules',
    about: 'List the pairs that are pinned and forbidden',
    options: [],
    shows: true,
    result: matchRules,
    run: (ctx, given) => seeRules(ctx, season(given)),
  }),
  operation({
    action: 'match.liftRule',
    stage: 'match',
    verb: 'lift',
    about: 'Undo what was set in one step',
    options: [{ name: 'change', kind: 'text', required: true, word: true, about: 'its id, as match rules says it' }],
    shows: false,
    result: matchRuleSet,
    run: (ctx, given) => liftRule(ctx, { ...season(given), change: must(given, 'change') }),
  }),
  operation({
    action: 'match.publishMatch',
    stage: 'match',
    verb: 'publish',
    about: 'Fix the latest run and start its pairs',
    options: [{ ...RUN, about: 'the run that was looked at; refused where another was made since' }],
    shows: false,
    result: z
      .strictObject({
        run: z.int().min(1),
        pairs: count,
        publishedOn: daySchema,
        before: z.string().nullable().describe('who had published the run before; null where it was done just now'),
      })
      .meta({ title: 'MatchPublished' }),
    run: (ctx, given) => publishMatch(ctx, { ...season(given), ...runIn(given) }),
  }),
]

function runIn(given: Given): { readonly run?: number } {
  const run = number(given, 'run')
  return run === undefined ? {} : { run }
}

function changeIn(given: Given): AskedChange & { readonly kind: (typeof KINDS)[number] } {
  const said = (name: 'mentee' | 'mentor' | 'with') => {
    const value = text(given, name)
    return value === undefined ? {} : { [name]: value }
  }
  const kind = KINDS.find((it) => it === text(given, 'kind')) ?? 'pin'
  return { ...season(given), kind, ...said('mentee'), ...said('mentor'), ...said('with') }
}
