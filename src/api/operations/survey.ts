import { importAnswers } from '../../journey/survey/actions/import-answers.ts'
import { seeParaphrases } from '../../journey/survey/actions/words.ts'
import { RESPONDENTS, respondentSchema } from '../../model/respondent.ts'
import { must, number, type Operation, operation, season } from '../operation.ts'
import { importReport } from '../shapes/import-report.ts'
import { paraphrases } from '../shapes/paraphrases.ts'
import * as rows from '../sheet-rows.ts'

export const survey: readonly Operation[] = [
  operation({
    action: 'survey.importAnswers',
    stage: 'survey',
    verb: 'import',
    about: 'Take the answers of a survey held elsewhere',
    file: 'survey',
    options: [
      { name: 'survey', kind: 'text', required: true, about: 'its key in the program file' },
      {
        name: 'role',
        kind: 'choice',
        choices: RESPONDENTS,
        required: true,
        about: 'mentor, mentee, supervisor or leaver',
      },
    ],
    shows: false,
    result: importReport,
    run: (ctx, given) =>
      importAnswers(ctx, {
        ...season(given),
        survey: must(given, 'survey'),
        role: respondentSchema.catch('mentee').parse(given.options.role),
        rows: given.rows.map(rows.asAnswer),
      }),
  }),
  operation({
    action: 'survey.seeParaphrases',
    stage: 'survey',
    verb: 'words',
    about: 'Show how far people’s own words are paraphrased, and the quotes they offer',
    options: [{ name: 'page', kind: 'number', about: 'which fifty of the quotes; the first unless said' }],
    shows: true,
    result: paraphrases,
    run: (ctx, given) => seeParaphrases(ctx, { ...season(given), page: number(given, 'page') ?? 1 }),
  }),
]
