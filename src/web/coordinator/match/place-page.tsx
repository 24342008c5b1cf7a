import type { Place } from '../../../journey/match/actions/see-place.ts'
import { outOf100, placeInWords, termInWords } from '../../../texts/en/match.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { AlternativesSection } from './alternatives-section.tsx'
import { ChangeSection } from './change-section.tsx'
import { CommentsSection } from './comments-section.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { RuleList } from './rules-section.tsx'

export type PlaceAgain = { readonly words: string; readonly error: string } | null
type Props = { place: Place; done: string | null; again: PlaceAgain }

/** One mentee's place in a run: the pair and why, what else was possible, and what can be done about it. */
export function PlacePage({ place, done, again }: Props) {
  const { mentee, pair, run, season } = place
  return (
    <div class="wrap pt-6 md:pt-10">
      {again && <ErrorSummary errors={[{ fieldId: 'words', text: again.error }]} />}
      {done && <Notice>{done}</Notice>}
      <MatchCrumbs season={season} run={run.number} spaced={done !== null || again !== null} />
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">
        {pair ? `${mentee.name} with ${pair.mentor.name}` : `${mentee.name} has no mentor in run ${run.number}`}
      </h1>
      <p class="mt-3 max-w-measure">
        {pair ? `${capital(pair.reason)} ` : null}
        {place.without}
      </p>
      {!run.isLatest && <p class="mt-2 text-muted">This is not the latest run. Prices are those of today.</p>}
      {pair && <Why place={place} pair={pair} />}
      <AlternativesSection place={place} />
      {place.isAsked && <ChangeSection place={place} />}
      {place.rules.length > 0 && (
        <HungSection id="rules" heading="Asked for">
          <RuleList rules={place.rules} season={season} />
        </HungSection>
      )}
      {pair && <CommentsSection place={place} again={again} />}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Read by the coordinators of this season. Everybody who applied sees, once they have heard, by hat and day who
        looked at a run.
      </p>
    </div>
  )
}

function Why({ place, pair }: { place: Place; pair: NonNullable<Place['pair']> }) {
  const { mentee } = place
  const ranks =
    pair.rankForMentee === null || pair.rankForMentor === null
      ? null
      : `Of everybody possible, ${pair.mentor.name} is ${placeInWords(pair.rankForMentee)} for ${mentee.name}, and ${mentee.name} ${placeInWords(pair.rankForMentor)} for ${pair.mentor.name}.`
  return (
    <HungSection id="why" heading={`Why ${outOf100(pair.worth)} of 100`}>
      <p class="max-w-measure text-muted">
        {[mentee, pair.mentor].map((it) => `${it.name}: ${it.division ?? 'division not said'}`).join('. ')}.
      </p>
      <div class="mt-3">
        <Ledger
          caption="Parts of the worth of this pair"
          columns={[{ text: 'Part' }, { text: 'Compared' }, { text: 'Speaks for it' }]}
          rows={pair.terms.map((it) => [termInWords(it.name), it.says, it.isStrong ? 'yes' : 'little'])}
        />
      </div>
      {ranks && <p class="mt-3 max-w-measure">{ranks}</p>}
      <p class="mt-3 max-w-measure text-note text-muted">
        Parts are shown without their points: whom people wish for counts too, and is nobody’s to read.
      </p>
    </HungSection>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
