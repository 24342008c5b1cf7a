import { SUBJECTS, type Subject } from '../../../desk/rules/desk-line.ts'
import type { ShownLine, Today } from '../../../desk/screens/today.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { lineInWords } from './line-in-words.ts'

export type DeskFilter = {
  readonly q: string
  readonly about: Subject | null
  readonly season: string | null
  readonly page: number
}
/** Below this the filter is folded away: one sees everything anyway. */
const FEW = 20
export const ABOUT: Readonly<Record<Subject, string>> = {
  pairs: 'Pairs',
  people: 'People',
  events: 'Events',
  surveys: 'Surveys',
  selection: 'Applications, match and letters',
}

/** What of the desk is shown, as the address has it. */
export function DeskFilterForm({ desk, filter }: { desk: Today; filter: DeskFilter }) {
  const isUsed = filter.q !== '' || filter.about !== null || filter.season !== null
  return (
    <div class="mt-3">
      <More summary="Find and filter" open={isUsed || desk.lines.length >= FEW}>
        <form class="flex flex-wrap items-end gap-3" action="/desk" method="get" aria-label="Lines on the desk">
          <div class="min-w-48 flex-1">
            <label class="block text-note font-semibold" for="q">
              A name or a word
            </label>
            <input class="input mt-1 w-full" type="search" id="q" name="q" value={filter.q} />
          </div>
          <div class="w-44">
            <label class="block text-note font-semibold" for="about">
              About
            </label>
            <select class="select mt-1 w-full" id="about" name="about">
              <option value="">Everything</option>
              {SUBJECTS.map((it) => (
                <option key={it} value={it} selected={it === filter.about}>
                  {ABOUT[it]}
                </option>
              ))}
            </select>
          </div>
          {desk.seasons.length > 1 && (
            <div class="w-44">
              <label class="block text-note font-semibold" for="season">
                Season
              </label>
              <select class="select mt-1 w-full" id="season" name="season">
                <option value="">All seasons</option>
                {desk.seasons.map((it) => (
                  <option key={it.key} value={it.key} selected={it.key === filter.season}>
                    {it.name}
                  </option>
                ))}
              </select>
            </div>
          )}
          <Button>Show</Button>
        </form>
      </More>
    </div>
  )
}

export function fits({ line, names, season }: ShownLine, { q, about, season: key }: DeskFilter): boolean {
  if ((about && line.subject !== about) || (key && season.key !== key)) return false
  const { title, reason } = lineInWords(line, names, season)
  return `${title} ${reason}`.toLowerCase().includes(q.trim().toLowerCase())
}

export function queryOf({ q, about, season, page }: DeskFilter): string {
  const given = { ...(q ? { q } : {}), ...(about ? { about } : {}), ...(season ? { season } : {}) }
  return new URLSearchParams({ ...given, ...(page > 1 ? { page: String(page) } : {}) }).toString()
}
