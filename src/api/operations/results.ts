import { z } from 'zod'
import { writeSummary } from '../../journey/results/actions/write-summary.ts'
import { freezeResults, makeLink, recordDecision } from '../../journey/results/actions.ts'
import { attackResults } from '../../journey/results/screens/attack-results.ts'
import { seeComparison } from '../../journey/results/screens/compare-seasons.ts'
import { readResults, seeParticipation } from '../../journey/results/screens.ts'
import { daySchema } from '../../model/day.ts'
import { SEASON_DECISIONS } from '../../model/season-decision.ts'
import { comparedAsData } from '../../texts/en/comparison.ts'
import { withDefinitions } from '../../texts/en/results-file.ts'
import { must, type Operation, operation, season, text } from '../operation.ts'
import { attackedResults } from '../shapes/attacked-results.ts'
import { comparedSeasons } from '../shapes/compared-seasons.ts'
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
    run: async (ctx, given) => withDefinitions(await readResults(ctx, season(given))),
  }),
  operation({
    action: 'results.compareSeasons',
    stage: 'results',
    verb: 'compare',
    about: 'Show the figures of two or three seasons side by side, counted alike',
    options: [
      { name: 'with', kind: 'text', about: 'the key of another season' },
      { name: 'and', kind: 'text', about: 'the key of a third' },
      { name: 'at', kind: 'choice', choices: ['today', 'same'], about: 'as of today, or of the same point of each' },
    ],
    shows: true,
    result: comparedSeasons,
    run: async (ctx, given) => {
      const beside = [String(given.options.with ?? ''), String(given.options.and ?? '')]
      const at = given.options.at === 'same' ? 'same' : 'today'
      return comparedAsData(await seeComparison(ctx, { season: text(given, 'season'), with: beside, at }))
    },
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
    action: 'results.freezeResults',
    stage: 'results',
    verb: 'freeze',
    about: 'Keep the results as they stand on a day, under a number',
    options: [{ name: 'note', kind: 'text', about: 'for whom it is, or what was said when it was shown' }],
    shows: false,
    result: z.strictObject({ number: z.int().min(1), hash: z.string() }).meta({ title: 'Edition' }),
    run: (ctx, given) => freezeResults(ctx, { ...season(given), note: String(given.options.note ?? '') }),
  }),
  operation({
    action: 'results.recordDecision',
    stage: 'results',
    verb: 'decide',
    about: 'Record what becomes of the program after a season, and why',
    options: [
      {
        name: 'decision',
        kind: 'choice',
        choices: SEASON_DECISIONS,
        required: true,
        about: 'continue, change or stop',
      },
      { name: 'reasons', kind: 'text', required: true, about: 'why' },
      { name: 'changes', kind: 'text', about: 'what changes in the next season' },
    ],
    shows: false,
    result: z.strictObject({ decision: z.enum(SEASON_DECISIONS) }).meta({ title: 'SeasonDecision' }),
    run: (ctx, given) =>
      recordDecision(ctx, {
        ...season(given),
        decision: z.enum(SEASON_DECISIONS).parse(given.options.decision),
        reasons: must(given, 'reasons'),
        changes: String(given.options.changes ?? ''),
      }),
  }),
  operation({
    action: 'results.writeSummary',
    stage: 'results',
    verb: 'summary',
    about: 'Sum a survey up in your own words; earlier versions stay',
    options: [
      { name: 'survey', kind: 'text', required: true, about: 'the key of the survey' },
      { name: 'words', kind: 'text', required: true, about: 'the summary' },
    ],
    shows: false,
    result: z.strictObject({ number: z.int().min(1), sharedOn: daySchema }).meta({ title: 'SurveySummary' }),
    run: (ctx, given) =>
      writeSummary(ctx, { ...season(given), survey: must(given, 'survey'), words: must(given, 'words') }),
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
