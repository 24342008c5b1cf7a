import { type DirectoryScreen, PEOPLE_PER_PAGE } from '../../../people/screens/directory.ts'
import { countOf } from '../../../texts/en/results.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DirectoryFilter, type DirectoryQuery, directoryHref, isNarrow } from './directory-filter.tsx'
import { PersonLine } from './person-line.tsx'

type Props = {
  screen: DirectoryScreen
  query: DirectoryQuery
  today: string
  mayImport: boolean
  maySeeLeftAlone: boolean
  /** What an import has just done. */
  done: { readonly text: string; readonly importId: string | null } | null
}

/** Everybody the organisation knows: found, filtered and sorted by the address of the page. */
export function DirectoryPage(props: Props) {
  const { screen, query, today, done } = props
  const isEmpty = !screen.hasDirectory
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && (
        <Notice>
          {done.text} {done.importId && <Link href={`/imports/past/${done.importId}`}>See it, or undo it</Link>}
        </Notice>
      )}
      <div class="mt-8 flex flex-wrap items-end gap-x-8 gap-y-4 first:mt-0">
        <h1 class="mr-auto max-w-[26ch]">{isEmpty ? 'The directory is empty' : heading(screen.found, query)}</h1>
        {props.mayImport && !isEmpty && <ButtonLink href="/people/import">Import a spreadsheet</ButtonLink>}
      </div>
      {isEmpty ? <EmptyDirectory {...props} /> : <List {...props} />}
      {!isEmpty && (
        <p class="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-dense">
          {screen.found > 0 && <Link href={directoryHref(query, { path: '/people.csv' })}>Download as CSV</Link>}
          {props.mayImport && <Link href="/imports">Imported before, and taking it back</Link>}
          {props.maySeeLeftAlone && <Link href="/people/left-alone">Pairs left alone</Link>}
        </p>
      )}
      <p class="mt-8 max-w-measure text-note text-muted">
        As of today, {today}. People come here by spreadsheet or from your directory service. Guests are known here and
        are not in the directory; self-declared people came by an application, and nobody has confirmed what they said.
      </p>
    </div>
  )
}

function List({ screen, query }: Props) {
  return (
    <>
      <DirectoryFilter query={query} divisions={screen.divisions} isOpen={screen.found > 20 || isNarrow(query)} />
      {screen.found === 0 ? (
        <p class="mt-6 max-w-measure">
          Look wider, or look among those who have left. <Link href="/people">Show everybody who is here</Link>
        </p>
      ) : (
        <ul class="mt-6 border-b border-rule">
          {screen.people.map((line) => (
            <PersonLine key={line.id} line={line} />
          ))}
        </ul>
      )}
      <Pager
        page={query.page}
        pages={Math.ceil(screen.found / PEOPLE_PER_PAGE)}
        href={(page) => directoryHref({ ...query, page })}
      />
    </>
  )
}

function EmptyDirectory({ mayImport, screen }: Props) {
  return (
    <div class="mt-4">
      <p class="max-w-measure">
        Bring the directory as a spreadsheet with a name and an address for each person; an owner can also connect your
        directory service, which then keeps it up to date.
      </p>
      {mayImport && (
        <p class="mt-6">
          <ButtonLink rank="primary" href="/people/import">
            Import a spreadsheet
          </ButtonLink>
        </p>
      )}
      {screen.people.length > 0 && (
        <section class="mt-section" aria-labelledby="others">
          <h2 id="others">Known, and not in the directory</h2>
          <ul class="mt-3 border-b border-rule">
            {screen.people.map((line) => (
              <PersonLine key={line.id} line={line} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function heading(found: number, query: DirectoryQuery): string {
  const people = countOf(found, 'person', 'people')
  const first = (query.page - 1) * PEOPLE_PER_PAGE + 1
  const range = found > PEOPLE_PER_PAGE ? `, ${first} to ${Math.min(found, first + PEOPLE_PER_PAGE - 1)}` : ''
  if (query.search !== '')
    return found === 0 ? `Nobody found for “${query.search}”` : `${people} found for “${query.search}”${range}`
  if (found === 0) return 'Nobody found'
  return query.presence === 'left' ? `${people} left${range}` : `${people}${range}`
}
