import type { SeasonShortlists } from '../../../journey/match/actions/see-shortlists.ts'
import { Ledger } from '../../../ui/ledger.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { matchLink } from './match-links.ts'

const OFFERS_PER_PAGE = 50
/** The filter of the lists, and which page of the lists and of the mentors is shown. */
export type ListsAsked = { readonly q: string; readonly page: number; readonly offers: number }

export function listsLink(season: string, { q, page, offers }: ListsAsked): string {
  return matchLink('/shortlists', { season, q, page: page > 1 ? page : null, offers: offers > 1 ? offers : null })
}

/** How often each mentor is offered, beside the places they have: the most often first, those on no list last. */
export function OffersSection({ it, asked }: { it: SeasonShortlists; asked: ListsAsked }) {
  const shown = it.offers.slice((asked.offers - 1) * OFFERS_PER_PAGE, asked.offers * OFFERS_PER_PAGE)
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">How often each mentor is offered</h2>
      <div class="mt-4">
        <Ledger
          caption="Mentors, their lists and their places"
          columns={[{ text: 'Mentor' }, { text: 'Lists', num: true }, { text: 'Places', num: true }]}
          rows={shown.map(({ mentor, lists, places }) => [mentor.name, lists, places])}
        />
      </div>
      <Pager
        of="mentors"
        page={asked.offers}
        pages={Math.ceil(it.offers.length / OFFERS_PER_PAGE)}
        href={(offers) => listsLink(it.season, { ...asked, offers })}
      />
    </section>
  )
}
