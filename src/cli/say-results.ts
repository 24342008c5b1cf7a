import type { ParaphrasesSeen } from '../journey/survey/actions/words.ts'
import { cellInWords, type comparedAsData } from '../texts/en/comparison.ts'
import { respondentsInWords } from '../texts/en/results.ts'
import { signature } from '../texts/en/said.ts'

/** A line a figure, and under it what each season says and what it takes differently. */
export function sayCompared({ seasons, rows }: ReturnType<typeof comparedAsData>): string[] {
  return rows.flatMap(({ figure, figures, differs }) => [
    figure,
    ...figures.map((it, at) => `  ${seasons[at]?.key}, as of ${seasons[at]?.asOf}: ${cellInWords(it)}`),
    ...differs.map((it) => `  ${it}`),
  ])
}

const STANDS = {
  coming: 'the survey is still open',
  few: 'fewer than ten people wrote something',
  readable: 'to be read on the page of what people wrote',
  published: 'published in other words',
} as const

/** A line a question, and a line a quote. */
export function sayParaphrases({ questions, quotes }: ParaphrasesSeen): string[] {
  return [
    ...questions.flatMap((it) => [
      `${it.surveyName}, ${respondentsInWords(it.role)}, ${it.question}: ${STANDS[it.standing]}`,
      ...(it.paraphrase ? [`  version ${it.paraphrase.version}: ${it.paraphrase.text}`] : []),
    ]),
    ...quotes.quotes.map((it) => {
      const where = it.publishedOn ? `on the results page since ${it.publishedOn}` : 'not on the results page'
      return `quote ${it.id}, version ${it.version}, ${where}: "${it.text}" ${signature(it)}`
    }),
  ]
}
