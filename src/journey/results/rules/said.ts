import type { Program, ResultsAudience } from '../../../model/program.ts'
import { isFor } from '../../survey/rules/words.ts'

const READERS: Readonly<Record<string, ResultsAudience>> = {
  'results.showToAnybody': 'public',
  'results.showToColleagues': 'organisation',
}

/**
 * Of published paraphrases those that are for whoever was let in by an action. Neither they nor quotes are figures: no file and no
 * edition holds them, so that an author can withdraw theirs. PRODUCT.md, who sees what.
 */
export function paraphrasesFor<It extends { readonly survey: string }>(
  { surveys }: Pick<Program, 'surveys'>,
  paraphrases: readonly It[],
  action: string,
): readonly It[] {
  const reader = READERS[action] ?? 'team'
  return paraphrases.filter((it) => isFor(surveys[it.survey]?.words?.paraphrasedFor ?? 'team', reader))
}
