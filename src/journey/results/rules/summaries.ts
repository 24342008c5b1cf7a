import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'

/** What is said of a survey; `sharedOn` is null where the program file says it, without a day. */
export type Summary = { readonly words: string; readonly sharedOn: Day | null }

/** The words on each survey: the coordinator's own, else those of the program file; taken-away ones leave nothing. PRODUCT.md, results. */
export function planSummaries(
  { surveys }: Pick<Program, 'surveys'>,
  written: readonly { readonly survey: string; readonly words: string; readonly sharedOn: Day }[],
): Readonly<Record<string, Summary>> {
  const ofTheFile = Object.entries(surveys).flatMap(([key, { summary, shareOn }]) =>
    summary === undefined ? [] : [[key, { words: summary, sharedOn: shareOn ?? null }] as const],
  )
  const own = written.map(({ survey, words, sharedOn }) => [survey, { words, sharedOn }] as const)
  const all = Object.entries(Object.fromEntries([...ofTheFile, ...own]))
  return Object.fromEntries(all.filter(([, it]) => it.words !== ''))
}
