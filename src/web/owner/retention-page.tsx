import { longDay } from '../../texts/en/days.ts'
import { columnInWords, listInWords } from '../../texts/en/privacy.ts'
import { Link } from '../../ui/link.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type RetentionLine, type RetentionReport, RUNS_PER_PAGE } from '../../upkeep/screens/retention.ts'

type Props = { report: RetentionReport; page: number; all: boolean }

/** What was deleted on which day because it was kept long enough. */
export function RetentionPage({ report: { found, runs }, page, all }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{heading(found, all)}</h1>
      <p class="mt-4 max-w-measure">
        Once a day the product deletes what has been kept long enough, counted from the later of its day and the day it
        was recorded. Of notes, reports, scores and clearance no number is told, since even that is for named people
        only.
      </p>
      <p class="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-dense">
        <Link href="/upkeep/record">What is kept, and for how long</Link>
        {all ? (
          <Link href="/upkeep/retention">Only days on which something went</Link>
        ) : (
          <Link href="/upkeep/retention?all=yes">Every day it ran</Link>
        )}
      </p>
      {runs.length > 0 && (
        <ol class="sheet mt-block border-b border-rule">
          {runs.map((run) => (
            <li key={run.id}>
              <p class="when">{longDay(run.onDay)}</p>
              {run.deleted.length === 0 ? (
                <p class="text-muted">Nothing was due.</p>
              ) : (
                <ul>
                  {run.deleted.map((it) => (
                    <li key={`${it.holds} ${it.columns.join()}`}>{lineInWords(it)}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
      <Pager
        page={page}
        pages={Math.ceil(found / RUNS_PER_PAGE)}
        href={(to) => `/upkeep/retention?page=${to}${all ? '&all=yes' : ''}`}
      />
    </div>
  )
}

function heading(found: number, all: boolean): string {
  if (all) return found === 1 ? 'It ran on one day' : `It ran on ${found} days`
  if (found === 0) return 'Nothing was due to go yet'
  return found === 1 ? 'Something went on one day' : `Something went on ${found} days`
}

function lineInWords({ holds, columns, rows }: RetentionLine): string {
  const what = columns.length > 0 ? `${holds} (only: ${listInWords(columns.map(columnInWords))})` : holds
  return `${what}: ${rows}`
}
