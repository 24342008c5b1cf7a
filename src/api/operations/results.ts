import { z } from 'zod'
import { makeLink } from '../../journey/results/actions.ts'
import { attackResults } from '../../journey/results/screens/attack-results.ts'
import { seeParticipation, showResults } from '../../journey/results/screens.ts'
import { type Operation, operation, season } from '../operation.ts'
import { attackedResults } from '../shapes/attacked-results.ts'
import { asPublicSeason, publicSeason } from '../shapes/public-season.ts'
import { seasonResults } from '../shapes/season-results.ts'

export const results: readonly Operation[] = [
  operation({
    action: 'results.seeParticipation',
    stage: 'results',
    verb: 'participation',
    about: "A season's public page as data, with its people and pairs as counts",
    options: [],
    shows: true,
    publicPath: '/public/seasons/{key}',
    result: publicSeason,
    run: async (ctx, given) => asPublicSeason(await seeParticipation(ctx, season(given))),
  }),
  operation({
    action: 'results.showResults',
    stage: 'results',
    verb: 'show',
    about: 'Every figure of the season',
    options: [],
    shows: true,
    result: seasonResults,
    run: async (ctx, given) => (await showResults(ctx, season(given))).results,
  }),
  operation({
    action: 'results.attackResults',
    stage: 'results',
    verb: 'attack',
    about: 'Try to make somebody’s survey answer certain from everything that is shown',
    noSeason: true,
    options: [],
    shows: true,
    result: attackedResults,
    run: (ctx) => attackResults(ctx),
  }),
  operation({
    action: 'results.makeLink',
    stage: 'results',
    verb: 'link',
    about: 'Make a link that opens the full results page',
    options: [],
    shows: false,
    result: z.strictObject({ path: z.string() }).meta({ title: 'ResultsLink' }),
    run: (ctx, given) => makeLink(ctx, season(given)),
  }),
]
