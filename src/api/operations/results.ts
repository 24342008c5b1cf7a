import { makeLink } from '../../journey/results/actions.ts'
import { showResults } from '../../journey/results/screens.ts'
import { type Operation, season } from '../operation.ts'

export const results: readonly Operation[] = [
  {
    action: 'results.showResults',
    stage: 'results',
    verb: 'show',
    about: 'Every figure of the season',
    options: [],
    shows: true,
    run: async (ctx, given) => (await showResults(ctx, season(given))).results,
  },
  {
    action: 'results.makeLink',
    stage: 'results',
    verb: 'link',
    about: 'Make a link that opens the full results page',
    options: [],
    shows: false,
    run: (ctx, given) => makeLink(ctx, season(given)),
  },
]
