import { PAGES_PER_PAGE, type Workbook } from '../../../journey/meet/screens/shared-texts.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { AGENDAS } from '../../../texts/en/workbook/agendas.ts'
import { EXERCISES } from '../../../texts/en/workbook/exercises.ts'
import { READINGS } from '../../../texts/en/workbook/readings.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { LinkList } from '../../../ui/link-list.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { SharedFrame } from './shared-frame.tsx'

const FOR = { both: 'for both', mentee: 'for mentees', mentor: 'for mentors' } as const

/** The workbook of a pair: its pages, and what a page can begin with. */
export function WorkbookPage({ book, page }: { book: Workbook; page: number }) {
  const { pairId, partner, pages, found, hasEnded } = book
  const here = `/pairs/${pairId}/workbook`
  return (
    <SharedFrame
      of={book}
      heading={heading(found)}
      back={{ href: `/pairs/${pairId}`, text: `Your pair with ${partner}` }}
      errors={null}
      done={null}
    >
      <p class="mt-3 max-w-measure">
        You and {partner} both write in it, and nobody else can open it.{' '}
        {found === 0 && !hasEnded && 'Begin with an agenda, an exercise, or an empty page.'}
      </p>
      {!hasEnded && (
        <p class="mt-block">
          <ButtonLink rank="primary" href={`${here}/new`}>
            Begin an empty page
          </ButtonLink>
        </p>
      )}
      {pages.length > 0 && (
        <section class="mt-section" aria-labelledby="pages">
          <h2 id="pages">Your pages</h2>
          <ul class="mt-3 max-w-measure border-t border-rule">
            {pages.map((it) => (
              <li key={it.id} class="border-b border-rule py-3">
                <p class="font-semibold wrap-anywhere">
                  <Link href={`${here}/${it.id}`}>{it.title}</Link>
                </p>
                <p class="text-dense text-muted">
                  {it.by ?? 'You'}, {instantInWords(it.changedAt)}
                </p>
              </li>
            ))}
          </ul>
          <Pager page={page} pages={Math.ceil(found / PAGES_PER_PAGE)} href={(to) => `${here}?page=${to}`} />
        </section>
      )}
      <OfProgram book={book} />
      <Begin hasEnded={hasEnded} here={here} />
      <section class="mt-section" aria-labelledby="readings">
        <h2 id="readings">To read</h2>
        <ul class="mt-3 max-w-measure border-t border-rule">
          {READINGS.map((it) => (
            <li key={it.key} class="border-b border-rule py-3">
              <Link href={`/readings/${it.key}`}>{it.title}</Link>
              <span class="text-muted">
                , {it.minutes} minutes, {FOR[it.for]}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </SharedFrame>
  )
}

function heading(found: number): string {
  if (found === 0) return 'Your workbook is empty'
  return found === 1 ? 'One page in your workbook' : `${found} pages in your workbook`
}

function OfProgram({ book: { ofProgram } }: { book: Workbook }) {
  if (!ofProgram) return null
  return (
    <section class="mt-section max-w-measure" aria-labelledby="of-program">
      <h2 id="of-program">From the program</h2>
      <p class="mt-3">{ofProgram.text}</p>
      <LinkList links={ofProgram.links} />
    </section>
  )
}

/** What a page can begin with. */
function Begin({ hasEnded, here }: { hasEnded: boolean; here: string }) {
  if (hasEnded) return null
  return (
    <>
      <section class="mt-section" aria-labelledby="agendas">
        <h2 id="agendas">Begin with an agenda</h2>
        <ul class="mt-3 max-w-measure border-t border-rule">
          {AGENDAS.map((it) => (
            <li key={it.key} class="border-b border-rule py-3">
              <Link href={`${here}/new?from=${it.key}`}>{it.name}</Link>
              <span class="block text-dense text-muted">{it.suits}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="mt-section" aria-labelledby="exercises">
        <h2 id="exercises">Begin with an exercise</h2>
        <ul class="mt-3 max-w-measure border-t border-rule">
          {EXERCISES.map((it) => (
            <li key={it.key} class="border-b border-rule py-3">
              <Link href={`${here}/new?from=${it.key}`}>{it.title}</Link>
              <span class="text-muted">, {it.minutes} minutes</span>
              <span class="block text-dense text-muted">{it.why}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
