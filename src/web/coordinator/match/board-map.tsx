import type { BoardPair } from '../../../journey/match/actions/see-board.ts'
import { More } from '../../../ui/disclosure.tsx'
import { insideInWords, isDrawn, MapTable, MatchMap } from '../../parts/match-map.tsx'

const NOT_SAID = 'not said'

/** Which divisions the pairs join: a drawing under a sentence, and the same as a table. */
export function BoardMap({ pairs }: { pairs: readonly BoardPair[] }) {
  const drawn = pairs.map((it) => ({
    mentees: it.mentee.division ?? NOT_SAID,
    mentors: it.mentor.division ?? NOT_SAID,
  }))
  if (drawn.every((it) => it.mentees === NOT_SAID && it.mentors === NOT_SAID)) return <div />
  const table = <MapTable pairs={drawn} by="division" />
  return (
    <section aria-labelledby="map" class="lg:sticky lg:top-6 lg:self-start">
      <h2 id="map">Across divisions</h2>
      <p class="mt-1 text-muted">{insideInWords(drawn, 'division', NOT_SAID)}</p>
      <MatchMap pairs={drawn} by="division" />
      <div class="mt-2">{isDrawn(drawn) ? <More summary="The same as a table">{table}</More> : table}</div>
    </section>
  )
}
