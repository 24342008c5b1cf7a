import { z } from 'zod'
import { importAnswers } from '../../journey/survey/actions/import-answers.ts'
import { publishQuote } from '../../journey/survey/actions/quotes.ts'
import { paraphrase, seeParaphrases } from '../../journey/survey/actions/words.ts'
import { daySchema } from '../../model/day.ts'
import { RESPONDENTS, respondentSchema } from '../../model/respondent.ts'
import { Invalid } from '../../runtime/errors.ts'
import { type Given, must, number, type Operation, operation, season } from '../operation.ts'
import type { Option } from '../option.ts'
import { importReport } from '../shapes/import-report.ts'
import { paraphrases } from '../shapes/paraphrases.ts'
import * as rows from '../sheet-rows.ts'

const VERSION: Option = { name: 'version', kind: 'number', required: true, about: 'the version that was read' }

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
  operation({
    action: 'survey.paraphrase',
    stage: 'survey',
    verb: 'paraphrase',
    about: 'Say in other words what people wrote to a question, and publish that in its place',
    file: 'paraphrase',
    options: [
      { name: 'survey', kind: 'text', required: true, about: 'its key in the program file' },
      { name: 'role', kind: 'choice', choices: RESPONDENTS, required: true, about: 'of whom it was asked' },
      { name: 'question', kind: 'text', required: true, about: 'its key in the program file' },
      { ...VERSION, about: 'the version that was read; 0 where there is none yet' },
      { name: 'publish', kind: 'switch', about: 'publish it; then what people wrote is deleted' },
      { name: 'sure', kind: 'switch', about: 'say that what people wrote may be deleted: nobody can bring it back' },
    ],
    shows: false,
    result: z.strictObject({ became: z.enum(['kept', 'published']) }).meta({ title: 'ParaphraseKept' }),
    run: (ctx, given) =>
      paraphrase(ctx, {
        ...season(given),
        survey: must(given, 'survey'),
        role: respondentSchema.catch('mentee').parse(given.options.role),
        question: must(given, 'question'),
        text: given.text,
        version: number(given, 'version') ?? 0,
        publish: given.options.publish === true,
        isSure: given.options.sure === true,
      }),
  }),
  operation({
    action: 'survey.publishQuote',
    stage: 'survey',
    verb: 'quote',
    about: 'Put a quote that its author offers on the results page, or take it down',
    options: [
      { name: 'quote', kind: 'text', required: true, about: 'its id' },
      VERSION,
      { name: 'publish', kind: 'switch', about: 'put it there; without this it is taken down' },
    ],
    shows: false,
    result: z
      .strictObject({ publishedOn: daySchema.nullable().describe('null where it is taken down') })
      .meta({ title: 'QuoteShown' }),
    run: (ctx, given) =>
      publishQuote(ctx, {
        ...season(given),
        quote: quoteIn(given),
        version: number(given, 'version') ?? 0,
        publish: given.options.publish === true,
      }),
  }),
]

function quoteIn(given: Given): string {
  const id = must(given, 'quote')
  if (z.uuid().safeParse(id).success) return id
  throw new Invalid('quote is a UUID', { fields: [{ place: 'quote', message: 'is a UUID' }] })
}
