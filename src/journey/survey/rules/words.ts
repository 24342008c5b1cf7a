import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { Program, ResultsAudience } from '../../../model/program.ts'
import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import type { Survey } from '../../../model/surveys.ts'
import { isClosed, SMALLEST_BASE } from '../rules.ts'

/** Characters of the longest paraphrase, and of the longest quote: a paragraph that is read. */
export const LONGEST_PARAPHRASE = 5_000
export const LONGEST_QUOTE = 600

export type WordsReader = 'coordinator' | 'named-contact'
/** A question that was answered in people's own words. */
export type AskedInWords = {
  readonly survey: string
  readonly role: Respondent
  readonly question: string
  readonly text: string
}
/** `coming` until the close is done; `few` below ten writers; `published` once a paraphrase stands in the place of what they wrote. */
export type WordsStanding = 'coming' | 'few' | 'readable' | 'published'

export function readerOf({ words }: Pick<Survey, 'words'>): WordsReader {
  return words?.reader ?? 'coordinator'
}

/** Every question in people's own words, in the order in which surveys open. */
export function planWords(surveys: Program['surveys']): readonly AskedInWords[] {
  return Object.entries(surveys)
    .sort(([, a], [, b]) => (a.opens < b.opens ? -1 : 1))
    .flatMap(([survey, { questions }]) =>
      RESPONDENTS.flatMap((role) =>
        (questions[role] ?? [])
          .filter((it) => it.kind === 'free-text')
          .map((it) => ({ survey, role, question: it.key, text: it.text })),
      ),
    )
}

/** Where the words of one question stand. Fewer than ten writers would be known by how they write. PRODUCT.md, who sees what. */
export function decideWordsStanding(
  survey: Pick<Survey, 'closes'>,
  it: { readonly isSealed: boolean; readonly writers: number; readonly publishedOn: Day | null },
  today: Day,
): WordsStanding {
  if (it.publishedOn !== null) return 'published'
  if (!isClosed(survey, today) || it.isSealed) return 'coming'
  return it.writers < SMALLEST_BASE.freeText ? 'few' : 'readable'
}

/** Whether a paraphrase can be kept, or published; publishing deletes what people wrote, so it is said twice. */
export function decideParaphrase(
  text: string,
  it: { readonly publish: boolean; readonly isSure: boolean },
): Outcome<string> {
  const clean = text.replaceAll('\r\n', '\n').trim()
  if (clean.length > LONGEST_PARAPHRASE) return no('too-long', { characters: clean.length })
  if (it.publish && clean === '') return no('nothing-written')
  return it.publish && !it.isSure ? no('not-sure') : yes(clean)
}

/** Whether words can be offered as a quote. */
export function decideQuote(text: string): Outcome<string> {
  const clean = text.replaceAll('\r\n', '\n').trim()
  if (clean === '') return no('nothing-written')
  return clean.length > LONGEST_QUOTE ? no('too-long', { characters: clean.length }) : yes(clean)
}

const REACH: Readonly<Record<ResultsAudience, number>> = { team: 0, organisation: 1, public: 2 }

/** Whether words that are for some are for a reader who sees the results as one of others. */
export function isFor(audience: ResultsAudience, reader: ResultsAudience): boolean {
  return REACH[audience] >= REACH[reader]
}
