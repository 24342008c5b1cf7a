import { REQUESTS_PER_PAGE, type RequestLine } from '../../../journey/offer/actions/see-requests.ts'
import { countOf } from '../../../texts/en/results.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { otherOf, standsInWords } from './request-words.ts'

type Props = { found: number; requests: readonly RequestLine[]; page: number }

/** What one asked and was asked: what waits for the reader first. */
export function RequestsPage({ found, requests, page }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{heading(found, requests)}</h1>
      {found === 0 && (
        <>
          <p class="mt-3 max-w-measure">Ask a mentor, and it stands here with whose turn it is.</p>
          <p class="mt-6">
            <ButtonLink rank="primary" href="/mentors">
              Find a mentor
            </ButtonLink>
          </p>
        </>
      )}
      {requests.length > 0 && (
        <ul class="mt-6 border-b border-rule">
          {requests.map((it) => (
            <li key={it.id} class="border-t border-rule py-4">
              <h2 class="text-read wrap-anywhere">
                <Link href={`/requests/${it.id}`}>
                  {it.amMentor ? `${otherOf(it)} asks you` : `You asked ${otherOf(it)}`}
                </Link>
              </h2>
              <p class="mt-1 max-w-measure text-dense wrap-anywhere">{standsInWords(it)}</p>
            </li>
          ))}
        </ul>
      )}
      <Pager page={page} pages={Math.ceil(found / REQUESTS_PER_PAGE)} href={(it) => `/requests?page=${it}`} />
      <p class="mt-section">
        <Link href="/mentors">All mentors</Link>
      </p>
      <p class="mt-block max-w-measure text-note text-muted">
        Each request is read by its two people, and by nobody else.
      </p>
    </div>
  )
}

function heading(found: number, requests: readonly RequestLine[]): string {
  if (found === 0) return 'You have no requests'
  const mine = requests.filter((it) => it.isMyTurn).length
  if (mine > 0) return `${countOf(mine, 'request waits', 'requests wait')} for you`
  return 'Nothing waits for you'
}
