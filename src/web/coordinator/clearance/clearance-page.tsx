import { type ClearanceQuery, type ClearanceScreen, NAMES_PER_PAGE } from '../../../desk/screens/clearance.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { AnswerForm, ClearanceRow, SAYS, saidInWords } from './clearance-row.tsx'

/** Who was just answered for, and what stood before; null where the answer was not taken. */
export type AnsweredNow = { readonly person: string; readonly before: 'open' | 'cleared' | 'not-cleared' | null } | null

type Props = { screen: ClearanceScreen; query: ClearanceQuery; now: AnsweredNow }

/** For the people team alone: who applied, by name, and whether each is cleared. */
export function ClearancePage({ screen, query, now }: Props) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <WhatWasSaid screen={screen} query={query} now={now} />
      <p class={now ? 'mt-8 text-muted' : 'text-muted'}>{screen.name}</p>
      <h1 class="mt-1 max-w-[26ch]">{heading(screen)}</h1>
      <p class="mt-3 max-w-measure">{opening(screen)}</p>
      {screen.all > 0 && (
        <p class="mt-3">
          <Link href={`/imports/clearance?${new URLSearchParams({ season: screen.season })}`}>
            Answer for many by a spreadsheet
          </Link>
        </p>
      )}
      {screen.all > 0 && <Filter screen={screen} query={query} />}
      {screen.all > 0 && <Names screen={screen} query={query} />}
      {screen.isOwnThere && (
        <p class="mt-6 text-muted">
          <Icon name="lock" />
          You applied yourself. Somebody else of the people team answers for you.
        </p>
      )}
      {screen.isAsked && (
        <p class="mt-section max-w-measure text-note text-muted">
          <Icon name="lock" />
          Only the people team opens this page. Coordinators learn of nobody why they do not proceed; the people
          themselves can read their own answer once everyone has heard. Until then an answer counts at once. Afterwards
          it moves nobody: who is in a pair stays in it, and who is not cleared gets no new one. Answers are deleted
          with the scores, some weeks after selecting.
        </p>
      )}
    </div>
  )
}

function WhatWasSaid({ screen, query, now }: Props) {
  const line = screen.answered
  if (!now || !line) return null
  if (now.before === null)
    return (
      <p role="alert" class="bg-base-200 px-5 py-4">
        <Icon name="circle-alert" />
        {line.name} was answered for since you opened this page: {saidInWords(line)}. Nothing was changed.
      </p>
    )
  return (
    <div class="flex flex-wrap items-center gap-x-6 gap-y-2 bg-base-200 pr-5">
      <Notice>
        {line.name}: {SAYS[line.standing]}.
      </Notice>
      {line.standing !== now.before && (
        <AnswerForm screen={screen} query={query} line={line}>
          <Button rank="row" name="say" value={now.before}>
            Undo
          </Button>
        </AnswerForm>
      )}
    </div>
  )
}

function heading({ isAsked, all, open }: ClearanceScreen): string {
  if (!isAsked) return 'This season asks for no clearance'
  if (all === 0) return 'Nobody has applied yet'
  return open === 0 ? 'Everybody is answered for' : `${countOf(open, 'person waits', 'people wait')} for your answer`
}

function opening({ isAsked, all }: ClearanceScreen): string {
  if (!isAsked) return 'No role of this program has good standing among its requirements, so no name is shown here.'
  if (all === 0) return 'Names stand here as soon as somebody has applied.'
  return 'Is this person cleared to take part? One answer each, without a reason; only the people team reads it.'
}

function Names({ screen, query }: { screen: ClearanceScreen; query: ClearanceQuery }) {
  if (screen.lines.length === 0)
    return (
      <p class="mt-6 max-w-measure">
        No name fits. <Link href={`/clearance?season=${screen.season}`}>Show all names</Link>
      </p>
    )
  return (
    <>
      <ul class="mt-6 border-b border-rule">
        {screen.lines.map((line) => (
          <ClearanceRow key={line.personId} screen={screen} query={query} line={line} />
        ))}
      </ul>
      <Pager
        page={query.page}
        pages={Math.ceil(screen.found / NAMES_PER_PAGE)}
        href={(page) => clearanceHref({ ...query, season: screen.season, page })}
      />
    </>
  )
}

function Filter({ screen, query }: { screen: ClearanceScreen; query: ClearanceQuery }) {
  return (
    <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action="/clearance" aria-label="Names">
      <input type="hidden" name="season" value={screen.season} />
      <div class="min-w-48 flex-1 md:max-w-72">
        <label class="block text-note font-semibold" for="q">
          A name
        </label>
        <input class="input mt-1 w-full" id="q" name="q" type="search" maxLength={200} value={query.q} />
      </div>
      <div class="w-48">
        <label class="block text-note font-semibold" for="standing">
          Which
        </label>
        <select class="select mt-1 w-full" id="standing" name="standing">
          <option value="">All</option>
          {Object.entries(SAYS).map(([value, text]) => (
            <option key={value} value={value} selected={value === query.standing}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <Button>Show</Button>
    </form>
  )
}

function clearanceHref({ season, q, standing, page }: ClearanceQuery): string {
  const asked = new URLSearchParams({
    ...(season ? { season } : {}),
    ...(q ? { q } : {}),
    ...(standing ? { standing } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `/clearance?${asked}`
}
