import type { MyPair, MyPage as Shown } from '../../../desk/screens/my-page.ts'
import { longDay } from '../../../texts/en/days.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { GlyphSymbols } from '../../../ui/window-glyph.tsx'
import { whereNow } from '../pair/own-strip.tsx'
import { nextInWords } from './next-words.ts'
import { OwnApplications } from './own-applications.tsx'
import { OwnCertificates } from './own-certificates.tsx'
import { OwnManagers } from './own-managers.tsx'
import { EarlierPairs, OwnPairs } from './own-pairs.tsx'
import { SeasonRail } from './season-rail.tsx'

/** One thing to do next, then the rest: pairs by the hat worn in them, the season, and where help is. */
export function MyPage({ shown }: { shown: Shown }) {
  const { running, earlier, seasons, applications, today } = shown
  const next = nextInWords(shown.next, new Map(running.map((it) => [it.facts.pairId, it.everyDays])), shown.zone)
  const first = running[0]
  const where = first && running.length === 1 ? whereNow(first.cells, first.everyDays) : null
  return (
    <div class="wrap pt-8 md:pt-12">
      <GlyphSymbols />
      <div class="grid gap-x-24 gap-y-section lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
        <div class="min-w-0 space-y-section">
          <section aria-labelledby="next">
            <p class="text-dense text-muted">
              {longDay(today)}
              {where && `, ${where}`}
            </p>
            <h1 id="next" class="mt-2 max-w-[24ch] wrap-anywhere">
              {next.heading}
            </h1>
            <p class="mt-4 max-w-measure wrap-anywhere">{next.why}</p>
            {next.way && (
              <p class="mt-6">
                <ButtonLink rank="primary" href={next.way.href}>
                  {next.way.text}
                </ButtonLink>
              </p>
            )}
          </section>
          <OwnPairs running={running.map((it) => withoutAsked(it, shown.next))} />
          <OwnApplications all={applications} />
          <OwnManagers lines={shown.supervisors} />
          <OwnCertificates all={shown.certificates} />
          <EarlierPairs pairs={earlier} />
          <OnlyYours pairs={[...running, ...earlier]} />
        </div>
        <aside class="space-y-10" aria-label="Season and help">
          {seasons.map((it) => (
            <SeasonRail key={it.id} season={it} today={today} isOnly={seasons.length === 1} />
          ))}
          {first && <Help pair={first} isOnly={running.length === 1} />}
        </aside>
      </div>
    </div>
  )
}

/** The question that the page opens with is not asked a second time. */
function withoutAsked(pair: MyPair, next: Shown['next']): MyPair {
  const isAsked = (heldOn: string) =>
    next.code === 'answer-meeting' && next.pair.pairId === pair.facts.pairId && next.heldOn === heldOn
  return { ...pair, questions: pair.questions.filter((it) => !isAsked(it.heldOn)) }
}

function OnlyYours({ pairs }: { pairs: readonly MyPair[] }) {
  const [pair] = pairs
  if (!pair) return null
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">Only yours</h2>
      <p class="mt-3 max-w-measure wrap-anywhere">
        <Icon name="lock" />
        <Link href={`/pairs/${pair.facts.pairId}/notes`}>Your private notes</Link>
        {pairs.length > 1 && ` with ${pair.facts.partner}`}. Nobody else can open them, not {pair.facts.partner}, not a
        coordinator, not an owner. What is held about you is on <Link href="/me">My data</Link>.
      </p>
    </section>
  )
}

function Help({ pair: { facts }, isOnly }: { pair: MyPair; isOnly: boolean }) {
  const pair = `/pairs/${facts.pairId}`
  return (
    <section aria-labelledby="help" class="border-t border-rule pt-5">
      <h2 id="help" class="text-read">
        If something is not working
      </h2>
      <p class="mt-2 text-dense">
        Somebody outside of the program team listens. Pausing, or asking for another match, needs no reason.
      </p>
      {isOnly ? (
        <ul class="mt-3 space-y-2 text-dense">
          <li>
            <Link href={`${pair}/report`}>Tell the named contact</Link>
          </li>
          <li>
            <Link href={`${pair}/change#pause`}>Pause for a while</Link>
          </li>
          <li>
            <Link href={`${pair}/change#another`}>Ask for another match</Link>
          </li>
        </ul>
      ) : (
        <p class="mt-2 text-dense">Each pair page has the ways for that pair.</p>
      )}
    </section>
  )
}
