import { z } from 'zod'
import { proposeMatch, publishMatch, showMatch } from '../../journey/match/actions.ts'
import { daySchema } from '../../model/day.ts'
import { type Operation, operation, season } from '../operation.ts'
import { count } from '../shapes/count.ts'
import { matchRun } from '../shapes/match-run.ts'

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
    about: 'Show the latest run',
    options: [],
    shows: true,
    result: matchRun,
    run: (ctx, given) => showMatch(ctx, season(given)),
  }),
  operation({
    action: 'match.publishMatch',
    stage: 'match',
    verb: 'publish',
    about: 'Fix the latest run and start its pairs',
    options: [],
    shows: false,
    result: z
      .strictObject({ run: z.int().min(1), pairs: count, publishedOn: daySchema })
      .meta({ title: 'MatchPublished' }),
    run: (ctx, given) => publishMatch(ctx, season(given)),
  }),
]
