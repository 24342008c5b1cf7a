import type { MyApplication, MyPair, MyPage as Shown } from '../../../desk/screens/my-page.ts'
import { longDay } from '../../../texts/en/days.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { GlyphSymbols } from '../../../ui/window-glyph.tsx'
import { questionInWords, ShortStrip, whereNow } from '../pair/own-strip.tsx'
import { nextInWords } from './next-words.ts'
import { OwnCertificates } from './own-certificates.tsx'
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
          <Pairs running={running.map((it) => withoutAsked(it, shown.next))} />
          <Applications all={applications} />
          <Managers lines={shown.supervisors} />
          <OwnCertificates all={shown.certificates} />
          <Earlier pairs={earlier} />
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

/** Whoever is both has one part of the page for each hat, so that the two are never mixed. */
function Pairs({ running }: { running: readonly MyPair[] }) {
  const mentored = running.filter((it) => it.facts.role === 'mentor')
  const mentoring = running.filter((it) => it.facts.role === 'mentee')
  const isBoth = mentored.length > 0 && mentoring.length > 0
  if (!isBoth)
    return (
      <>
        {running.map((pair) => (
          <OnePair key={pair.facts.pairId} pair={pair} isUnderHat={false} />
        ))}
      </>
    )
  return (
    <>
      <UnderHat id="as-mentee" heading="As a mentee" pairs={mentoring} />
      <UnderHat id="as-mentor" heading="As a mentor" pairs={mentored} />
    </>
  )
}

function UnderHat({ id, heading, pairs }: { id: string; heading: string; pairs: readonly MyPair[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="double-rule pb-1">
        {heading}
      </h2>
      <div class="mt-6 space-y-10">
        {pairs.map((pair) => (
          <OnePair key={pair.facts.pairId} pair={pair} isUnderHat />
        ))}
      </div>
    </section>
  )
}

function OnePair({ pair, isUnderHat }: { pair: MyPair; isUnderHat: boolean }) {
  const { facts, cells, everyDays, season, questions } = pair
  const Heading = isUnderHat ? 'h3' : 'h2'
  const id = `pair-${facts.pairId}`
  return (
    <section aria-labelledby={id}>
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 pb-3">
        <Heading id={id} class="wrap-anywhere">
          You and <bdi>{facts.partner}</bdi>
        </Heading>
        <p class="text-dense">
          <a class="a" href={`/pairs/${facts.pairId}`}>
            Our pair page<span class="sr-only">, you and {facts.partner}</span>
          </a>
        </p>
      </div>
      {cells.length > 0 ? (
        <ShortStrip cells={cells} everyDays={everyDays} partner={facts.partner} />
      ) : (
        <p class="text-dense text-muted">No whole window is left in this season.</p>
      )}
      <p class="mt-2 text-note text-muted wrap-anywhere">
        {season}. Your {facts.role === 'mentor' ? 'mentee' : 'mentor'}.{facts.isPaused && ' You pause at the moment.'}
      </p>
      {questions.map((it) => (
        <p key={it.heldOn} class="mt-4 bg-base-200 px-5 py-4">
          <span class="font-semibold">{questionInWords(facts.partner, it.heldOn)}</span>{' '}
          <span class="block text-dense text-muted">
            Without an answer from you it counts as met after {longDay(it.lastDayToAnswer)}.
          </span>
        </p>
      ))}
    </section>
  )
}

function Applications({ all }: { all: readonly MyApplication[] }) {
  if (all.length === 0) return null
  return (
    <section aria-labelledby="applications">
      <h2 id="applications">Your applications</h2>
      <ul class="mt-3 max-w-measure border-t border-rule">
        {all.map((it) => (
          <li key={`${it.key} ${it.role}`} class="border-b border-rule py-3">
            <p>
              <Link href={`/seasons/${it.key}`}>{it.season}</Link>, as a {it.role}
            </p>
            <p class="text-dense text-muted">
              Sent on {longDay(it.submittedOn)}.{' '}
              {it.state === 'waiting'
                ? `Everybody hears on ${longDay(it.hearsOn)}.`
                : 'You have no place this season. The letter says what is open to you.'}
              {it.shortlist && (
                <>
                  {' '}
                  <Link href={it.shortlist}>Your shortlist of mentors</Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Managers({ lines }: { lines: Shown['supervisors'] }) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="managers">
      <h2 id="managers">Your manager and surveys</h2>
      <ul class="mt-3 max-w-measure border-t border-rule">
        {lines.map((it) => (
          <li key={it.href} class="border-b border-rule py-3">
            <p class="wrap-anywhere">
              {it.agreedTo
                ? `“${it.survey}” also asks ${it.agreedTo}, as you agreed.`
                : `“${it.survey}” could also ask your manager. Nobody is asked unless you say so.`}{' '}
              <Link href={it.href}>{it.agreedTo ? 'Change it' : 'What it means'}</Link>
            </p>
            <p class="text-dense text-muted">
              {it.season}. It opens on {longDay(it.opens)}; until then it is your choice.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Earlier({ pairs }: { pairs: readonly MyPair[] }) {
  if (pairs.length === 0) return null
  return (
    <section class="max-w-measure" aria-label="Earlier pairs">
      <More summary={pairs.length === 1 ? 'One earlier pair' : `${pairs.length} earlier pairs`}>
        <ul class="space-y-2">
          {pairs.map(({ facts, season, endedOn }) => (
            <li key={facts.pairId} class="wrap-anywhere">
              <Link href={`/pairs/${facts.pairId}`}>You and {facts.partner}</Link>, {season}
              {endedOn && <span class="text-muted">, until {longDay(endedOn)}</span>}
            </li>
          ))}
        </ul>
      </More>
    </section>
  )
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
