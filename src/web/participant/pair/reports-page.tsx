import type { ReportListed, ReportOpened } from '../../../journey/meet/actions/reading-reports.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'
import { SealedTruth } from '../../parts/sealed-truth.tsx'

/** What waits for the named contact; names stand behind each line, not in it. */
export function ReportsPage({ reports }: { reports: readonly ReportListed[] }) {
  const waiting = reports.filter((it) => it.openedAt === null)
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{heading(reports.length, waiting.length)}</h1>
      <p class="mt-4 max-w-measure">
        {reports.length === 0
          ? 'When somebody says that their pair is not working, it waits for you here, and a letter says so.'
          : 'Opening one is written down, and its author sees that it was opened. What is not opened by the end of the next working day goes to the deputy too.'}
      </p>
      {reports.length > 0 && (
        <ol class="mt-block border-t border-rule">
          {reports.map((it) => (
            <li
              key={it.id}
              class="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-rule py-3"
            >
              <p>
                <Link href={`/reports/${it.id}`}>Report of {longDay(it.madeOn)}</Link>
                <span class="block text-dense text-muted">{it.season}</span>
              </p>
              <p class="text-dense">
                {it.openedAt === null ? (
                  <span class="bg-mark px-1.5 text-mark-ink">Not opened yet</span>
                ) : (
                  openedInWords(it)
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      <p class="mt-block max-w-measure text-dense text-muted">
        Read by the named contact alone, and by the deputy when it was not opened in time.{' '}
        <SealedTruth what="Your copy is" />
      </p>
    </div>
  )
}

function heading(all: number, waiting: number): string {
  if (all === 0) return 'Nothing was reported'
  if (waiting === 0) return 'Everything was opened'
  return waiting === 1 ? 'One report waits to be opened' : `${waiting} reports wait to be opened`
}

function openedInWords(it: ReportListed): string {
  const when = it.openedAt ? instantInWords(it.openedAt) : ''
  return it.openedByMe ? `Opened by you, ${when}` : `Opened by somebody else, ${when}`
}

/** One report, opened: the words, who wrote them, and what to do. */
export function ReportOpenedPage({ report }: { report: ReportOpened }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense">
        <Link href="/reports">All reports</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">{report.reporter} says that it is not working</h1>
      <p class="mt-3 text-dense text-muted">
        {longDay(report.madeOn)}. {report.season}: {report.mentor} and {report.mentee}
      </p>
      <blockquote dir="auto" class="mt-block max-w-measure whitespace-pre-line border-y border-rule py-4 wrap-anywhere">
        {report.words}
      </blockquote>
      <div class="mt-block max-w-measure space-y-3">
        <p>
          Answer in person, soon:{' '}
          <a class="a wrap-anywhere" href={`mailto:${report.reporterEmail}`}>
            {report.reporterEmail}
          </a>
        </p>
        <p class="text-muted">
          Do not put these words into a letter, and do not speak with the other half of the pair before{' '}
          {report.reporter} agrees. The coordinators see nothing of this; what they need to do, {report.reporter} asks
          them for.
        </p>
      </div>
    </div>
  )
}
