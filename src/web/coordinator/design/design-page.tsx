import { type DesignDesk, DRAFTS_PER_PAGE } from '../../../journey/design/screens/drafts.ts'
import { dayRange, instantInWords } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'

/** A season that was just put in force, or a draft that was put aside. */
export type DesignDone = { readonly published: string } | { readonly aside: string } | null
type Props = { desk: DesignDesk; page: number; done: DesignDone }

/** Where programs are made and changed: drafts, seasons, and what one can begin with. */
export function DesignPage({ desk, page, done }: Props) {
  return (
    <div class="wrap pt-6 md:pt-10">
      {done && 'published' in done && <Notice>In force now. Every version stays, with its reason.</Notice>}
      {done && 'aside' in done && <PutAside draft={done.aside} />}
      <h1 class={done ? 'mt-8 max-w-[26ch]' : 'max-w-[26ch]'}>{heading(desk)}</h1>
      <p class="mt-3 max-w-measure">
        A season is one file of rules, dates and words. You change it as a draft; nobody sees it before you publish it.
      </p>
      <HungSection id="drafts" heading="Drafts">
        {desk.drafts.length === 0 ? (
          <p class="max-w-measure text-muted">
            None is open.{' '}
            {desk.mayBegin ? 'Begin a season below, or change one that is there.' : 'Change a season below.'}
          </p>
        ) : (
          <ul class="border-b border-rule">
            {desk.drafts.map((it) => (
              <li key={it.id} class="border-t border-rule py-3">
                <p class="wrap-anywhere">
                  <Link href={`/desk/design/drafts/${it.id}`}>{it.title}</Link>
                </p>
                <p class="text-dense text-muted">
                  {it.seasonName ? `Changes ${it.seasonName}.` : 'A season that is not there yet.'} Save {it.number} by{' '}
                  {it.savedBy}, {instantInWords(it.savedAt)}.
                </p>
              </li>
            ))}
          </ul>
        )}
        <Pager page={page} pages={Math.ceil(desk.found / DRAFTS_PER_PAGE)} href={(to) => `/desk/design?page=${to}`} />
      </HungSection>
      <HungSection id="seasons" heading="Seasons">
        {desk.seasons.length === 0 ? (
          <p class="text-muted">None yet.</p>
        ) : (
          <ul class="border-b border-rule">
            {desk.seasons.map((it) => (
              <li
                key={it.key}
                class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule py-3"
              >
                <div class="min-w-0">
                  <p class="font-semibold wrap-anywhere">{it.name}</p>
                  <p class="text-dense text-muted">{dayRange(it.startsOn, it.endsOn)}</p>
                </div>
                <div class="flex flex-wrap items-center gap-x-5 gap-y-2 text-dense">
                  <Link href={`/desk/design/versions?season=${it.key}`}>Versions</Link>
                  {desk.mayBegin && <Link href={`/desk/design/start?from=season&of=${it.key}`}>Copy to new dates</Link>}
                  <Form action="/desk/design/change">
                    <input type="hidden" name="season" value={it.key} />
                    <Button rank="row">Change it</Button>
                  </Form>
                </div>
              </li>
            ))}
          </ul>
        )}
      </HungSection>
      {desk.mayBegin && (
        <HungSection id="begin" heading="Begin a season">
          <ul class="border-b border-rule">
            {desk.templates.map((it) => (
              <li key={it.key} class="border-t border-rule py-3">
                <p>
                  <Link href={`/desk/design/start?from=template&of=${it.key}`}>{`As ${it.name}`}</Link>
                </p>
                <p class="max-w-measure text-dense text-muted">{it.about}</p>
              </li>
            ))}
          </ul>
          <p class="mt-6">
            <ButtonLink href="/desk/design/start?from=dates">Begin with a spreadsheet of dates</ButtonLink>
          </p>
        </HungSection>
      )}
    </div>
  )
}

function heading({ found, seasons }: DesignDesk): string {
  if (found > 0) return `${countOf(found, 'draft is', 'drafts are')} open`
  return seasons.length === 0 ? 'Begin your first season' : 'No draft is open'
}

function PutAside({ draft }: { draft: string }) {
  return (
    <Form
      action={`/desk/design/drafts/${draft}/take-up`}
      class="flex flex-wrap items-center gap-x-4 gap-y-2 bg-base-200 px-5 py-3"
    >
      <p role="status">The draft is put aside, with all its saves.</p>
      <Button rank="row">Undo</Button>
    </Form>
  )
}
