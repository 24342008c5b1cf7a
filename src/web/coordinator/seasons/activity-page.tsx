import {
  type Activity,
  type ActivityAsked,
  DEEDS_PER_PAGE,
  type DeedShown,
  STAGES_OF_DEEDS,
} from '../../../desk/screens/activity.ts'
import { whoDid } from '../../../texts/en/audit.ts'
import { longDay } from '../../../texts/en/days.ts'
import { localTime } from '../../../texts/en/local-time.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { SeasonSwitch } from '../../parts/season-switch.tsx'

const STAGE_WORDS: Readonly<Record<string, string>> = {
  design: 'The program',
  apply: 'Applications',
  review: 'Review',
  match: 'The match',
  announce: 'Letters',
  learn: 'Training',
  gather: 'Events',
  meet: 'Pairs and meetings',
  survey: 'Surveys',
  results: 'Results',
  desk: 'The desk',
  people: 'Looking again, people',
  office: 'Hats',
}
type Asked = Omit<ActivityAsked, 'season'>

/** Who of the season’s team did what, day by day. */
export function ActivityPage({ activity: it, asked }: { activity: Activity; asked: Asked }) {
  const isNarrow = asked.who !== '' || asked.stage !== null || asked.from !== null || asked.until !== null
  const days = [...Map.groupBy(it.deeds, (deed) => deed.onDay)]
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href="/desk">Today</Link>, {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">What the team did</h1>
      <SeasonSwitch season={it.season} seasons={it.seasons} path="/desk/activity" />
      <Filter season={it.season} asked={asked} />
      {it.deeds.length === 0 ? (
        <p class="mt-6 max-w-measure">
          {isNarrow ? (
            <>
              Nothing fits. <Link href={`/desk/activity?season=${it.season}`}>Show everything</Link>
            </>
          ) : (
            'Whatever coordinators and reviewers of this season do from now on stands here.'
          )}
        </p>
      ) : (
        days.map(([day, deeds]) => (
          <section key={day} class="mt-block" aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} class="text-read">
              {longDay(day)}
            </h2>
            <ul class="mt-2 border-b border-rule">
              {deeds.map((deed) => (
                <DeedRow key={`${deed.action} ${deed.name} ${deed.actorKind}`} deed={deed} zone={it.zone} />
              ))}
            </ul>
          </section>
        ))
      )}
      <Pager
        page={asked.page}
        pages={Math.ceil(it.found / DEEDS_PER_PAGE)}
        href={(page) => `/desk/activity?${activityQuery(it.season, { ...asked, page })}`}
      />
      {it.deeds.length > 0 && (
        <p class="mt-6">
          <Link href={`/desk/activity.csv?${activityQuery(it.season, { ...asked, page: 1 })}`}>Download as CSV</Link>
        </p>
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        {`Times in ${it.zone.replaceAll('_', ' ')}. `}
        For coordinators of this season only. It says what was done, never whose affairs it was about, and lists
        nobody’s looking.
      </p>
    </div>
  )
}

function DeedRow({ deed, zone }: { deed: DeedShown; zone: string }) {
  const time = /(\d{2}:\d{2}) /.exec(localTime(deed.lastAt, zone))?.[1] ?? ''
  return (
    <li class="flex flex-wrap justify-between gap-x-6 gap-y-1 border-t border-rule py-3">
      <p class="max-w-measure min-w-0 wrap-anywhere">
        <strong>{whoDid(deed.actorKind, deed.name)}</strong>
        <br />
        {deed.does}
      </p>
      <p class="text-dense text-muted tabular-nums">
        {deed.times > 1 ? `${countOf(deed.times, 'time')}, last at ${time}` : `at ${time}`}
      </p>
    </li>
  )
}

function Filter({ season, asked }: { season: string; asked: Asked }) {
  return (
    <search>
      <form class="mt-4 flex flex-wrap items-end gap-3" method="get" action="/desk/activity" aria-label="What was done">
        <input type="hidden" name="season" value={season} />
        <div class="min-w-40">
          <label class="block text-note font-semibold" for="who">
            Who
          </label>
          <input class="input mt-1 w-full" id="who" name="who" type="search" value={asked.who} />
        </div>
        <div class="min-w-48">
          <label class="block text-note font-semibold" for="stage">
            About
          </label>
          <select class="select mt-1 w-full" id="stage" name="stage">
            <option value="">Everything</option>
            {STAGES_OF_DEEDS.map((it) => (
              <option key={it} value={it} selected={it === asked.stage}>
                {STAGE_WORDS[it] ?? it}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label class="block text-note font-semibold" for="from">
            From
          </label>
          <input class="input mt-1" id="from" name="from" type="date" value={asked.from ?? ''} />
        </div>
        <div>
          <label class="block text-note font-semibold" for="until">
            Until
          </label>
          <input class="input mt-1" id="until" name="until" type="date" value={asked.until ?? ''} />
        </div>
        <Button>Show</Button>
      </form>
    </search>
  )
}

export function activityQuery(season: string, { who, stage, from, until, page }: Asked): string {
  return new URLSearchParams({
    season,
    ...(who ? { who } : {}),
    ...(stage ? { stage } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
}
