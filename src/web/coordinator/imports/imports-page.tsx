import { IMPORTS_PER_PAGE, type ImportsScreen } from '../../../office/screens/imports.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { countsInWords } from './counts-in-words.ts'
import { SHEET_WORDS } from './sheet-words.ts'

type Props = { screen: ImportsScreen; page: number; done: 'nothing' | null }

/** What can be brought as a spreadsheet, and what was. */
export function ImportsPage({ screen, page, done }: Props) {
  const { season, sheets, imports } = screen
  return (
    <div class="wrap pt-6 md:pt-10">
      {done && <Notice>The file changed nothing: everything in it was there already.</Notice>}
      {season && <p class={done ? 'mt-8 text-muted' : 'text-muted'}>{season.name}</p>}
      <h1 class="mt-1 max-w-[26ch]">Import a spreadsheet</h1>
      <p class="mt-3 max-w-measure">
        {sheets.length === 0
          ? 'There is no season yet whose spreadsheets you could import.'
          : 'You see every change first, nothing is taken before you say so, and an import can be taken back for 30 days. Of the file itself nothing is kept here.'}
      </p>
      {screen.seasons.length > 1 && <SeasonChoice screen={screen} />}
      <ul class="mt-6 border-b border-rule">
        {sheets.map((sheet) => (
          <Offered key={sheet} to={`/imports/${sheet}`}>
            <li class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[14rem_minmax(0,1fr)]">
              <p>
                <Link href={hrefOf(sheet, season?.key)}>{SHEET_WORDS[sheet].title}</Link>
              </p>
              <p class="max-w-measure text-dense text-muted">{SHEET_WORDS[sheet].about}</p>
            </li>
          </Offered>
        ))}
      </ul>
      <section class="mt-section" aria-labelledby="past">
        <h2 id="past">Imported before</h2>
        {imports.length === 0 ? (
          <p class="mt-3 max-w-measure">
            Every import is listed here, with what it changed and the way to take it back.
          </p>
        ) : (
          <ul class="mt-3 border-b border-rule">
            {imports.map((it) => (
              <li
                key={it.id}
                class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[14rem_minmax(0,1fr)_minmax(0,16rem)]"
              >
                <p>
                  <Link href={`/imports/past/${it.id}`}>{SHEET_WORDS[it.sheet].title}</Link>
                </p>
                <p class="min-w-0 wrap-anywhere">
                  {it.undoneOn ? `taken back on ${longDay(it.undoneOn)}` : countsInWords(it)}
                  {it.season && screen.seasons.length > 1 && (
                    <span class="block text-note text-muted">{it.season}</span>
                  )}
                </p>
                <p class="min-w-0 text-dense wrap-anywhere text-muted md:text-right">
                  {longDay(it.on)}
                  {it.by && `, ${it.by}`}
                </p>
              </li>
            ))}
          </ul>
        )}
        <Pager
          page={page}
          pages={Math.ceil(screen.found / IMPORTS_PER_PAGE)}
          href={(at) =>
            `/imports?${new URLSearchParams({ ...(season ? { season: season.key } : {}), page: String(at) })}`
          }
        />
      </section>
    </div>
  )
}

function hrefOf(sheet: ImportsScreen['sheets'][number], season: string | undefined): string {
  if (sheet === 'people') return '/people/import'
  return season && sheet !== 'holidays' ? `/imports/${sheet}?${new URLSearchParams({ season })}` : `/imports/${sheet}`
}

function SeasonChoice({ screen }: { screen: ImportsScreen }) {
  return (
    <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action="/imports" aria-label="Season">
      <div class="min-w-48 max-w-full flex-1 md:max-w-measure">
        <label class="block text-note font-semibold" for="season">
          Season
        </label>
        <select class="select mt-1 w-full" id="season" name="season">
          {screen.seasons.map(({ key, name }) => (
            <option key={key} value={key} selected={key === screen.season?.key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Button>Show</Button>
    </form>
  )
}
