import { proposeMatch, publishMatch, showMatch } from '../../journey/match/actions.ts'
import { type Operation, season } from '../operation.ts'

export const match: readonly Operation[] = [
  {
    action: 'match.proposeMatch',
    stage: 'match',
    verb: 'propose',
    about: 'Run the match and keep the run',
    options: [],
    shows: false,
    run: (ctx, given) => proposeMatch(ctx, season(given)),
  },
  {
    action: 'match.showMatch',
    stage: 'match',
    verb: 'show',
    about: 'Show the latest run',
    options: [],
    shows: true,
    run: (ctx, given) => showMatch(ctx, season(given)),
  },
  {
    action: 'match.publishMatch',
    stage: 'match',
    verb: 'publish',
    about: 'Fix the latest run and start its pairs',
    options: [],
    shows: false,
    run: (ctx, given) => publishMatch(ctx, season(given)),
  },
]
