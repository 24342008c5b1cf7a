import type { HeldKind, MyData } from '../../../people/screens/my-data.ts'
import { longDay } from '../../../texts/en/days.ts'
import { readersInWords, retentionInWords } from '../../../texts/en/privacy.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { PrivacyContact } from '../../parts/privacy-contact.tsx'
import { OpenedOnMe } from './opened-on-me.tsx'

type Props = { data: MyData; organisation: string; contact: string | null; today: string }

/** What is held about the person who looks, who reads it, how long, and what they can do about it. */
export function MePage({ data, organisation, contact, today }: Props) {
  const records = data.held.reduce((sum, it) => sum + it.rows, 0)
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">
        {data.me.name}, {data.me.email}
      </p>
      <h1 class="mt-2 max-w-[26ch]">
        {records === 1 ? 'One record is about you' : `${records} records are about you`}
      </h1>
      <p class="mt-3 max-w-measure">
        This is everything that {organisation} holds about you here: what it is, why, who reads it and for how long.
      </p>
      <p class="mt-block flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href="/me/export.html">Take it away to read</ButtonLink>
        <Link href="/me/export.json">The same for a program (JSON)</Link>
        <Link href="/me/who-looked">Who looked at it</Link>
        <Link href="/me/letters">Letters to you</Link>
      </p>
      <Pairs data={data} />
      <Heard data={data} today={today} />
      <OpenedOnMe opened={data.opened} />
      <HungSection id="held" heading="What is held">
        <KindList kinds={data.held} />
        <More summary="What may be held of anybody, and is not of you">
          <KindList kinds={data.notHeld} />
        </More>
      </HungSection>
      <HungSection id="truth" heading="Who could still read it">
        <CouldStillRead />
      </HungSection>
      <HungSection id="ways" heading="How you come in">
        <ul class="space-y-1">
          <li>
            <Link href="/me/sign-ins">Where you are signed in</Link>
          </li>
          <li>
            <Link href="/me/second-step">Your second step</Link>
          </li>
          <li>
            <Link href="/me/hats">Your hats</Link>
          </li>
          <li>
            <Link href="/me/tokens">Your tokens for the API</Link>
          </li>
        </ul>
      </HungSection>
      <HungSection id="erase" heading="Be erased">
        <p class="max-w-measure">
          Your name, your address and what you wrote go for good, at once. The page says what stays, and why, before you
          decide. <Link href="/me/erase">What erasing would do</Link>
        </p>
      </HungSection>
      <HungSection id="questions" heading="Questions">
        <p class="max-w-measure">
          <PrivacyContact contact={contact} /> Something here is wrong? Your organisation’s directory is where a name, a
          department or a manager is put right.
        </p>
      </HungSection>
    </div>
  )
}

function Pairs({ data: { pairs } }: { data: MyData }) {
  if (pairs.length === 0) return null
  return (
    <HungSection id="pairs" heading={pairs.length === 1 ? 'Your pair' : 'Your pairs'}>
      <ul class="border-t border-rule">
        {pairs.map((it) => (
          <li key={it.pairId} class="border-b border-rule py-3">
            <p>
              {it.name} <span class="text-dense text-muted">{it.email}</span>
            </p>
            <p class="text-dense text-muted">
              {it.season}
              {it.endedOn ? `, ended ${longDay(it.endedOn)}` : ''}
            </p>
            <p class="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-dense">
              <Link href={`/pairs/${it.pairId}/meetings`}>
                Your meetings<span class="sr-only"> of your pair with {it.name}</span>
              </Link>
              <Link href={`/pairs/${it.pairId}/notes`}>
                Your private notes<span class="sr-only"> of your pair with {it.name}</span>
              </Link>
              <Link href={`/pairs/${it.pairId}/report`}>
                This is not working<span class="sr-only"> with {it.name}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </HungSection>
  )
}

function Heard({ data: { heard }, today }: { data: MyData; today: string }) {
  if (heard.length === 0) return null
  return (
    <HungSection id="heard" heading="What became of your applications">
      <ul class="border-t border-rule">
        {heard.map((it) => {
          const open = it.requests.find((one) => one.answer === null)
          return (
            <li key={it.seasonId} class="border-b border-rule py-3">
              <p>
                {it.name}, {it.season}
              </p>
              <p class="text-dense text-muted">
                You heard on {longDay(it.heardOn)}.
                {open &&
                  ` You asked on ${longDay(open.askedOn)} that a person looks again${dueInWords(open.dueOn, today)}.`}
              </p>
              <p class="mt-1 text-dense">
                <Link href={`/me/look-again/${it.key}`}>
                  {it.requests.length > 0 ? 'What you asked, and the answer' : 'Ask a person to look again'}
                  <span class="sr-only"> at {it.name}</span>
                </Link>
              </p>
            </li>
          )
        })}
      </ul>
    </HungSection>
  )
}

function dueInWords(dueOn: string, today: string): string {
  return dueOn < today ? `; the answer was due on ${longDay(dueOn)}` : `; you hear by ${longDay(dueOn)}`
}

function KindList({ kinds }: { kinds: readonly HeldKind[] }) {
  return (
    <ul class="border-t border-rule">
      {kinds.map((it) => (
        <li key={it.table} class="grid gap-x-8 gap-y-1 border-b border-rule py-3 md:grid-cols-2">
          <div>
            <p class="font-semibold">{it.holds}</p>
            <p class="text-dense text-muted">{it.why}.</p>
          </div>
          <dl class="text-dense">
            {it.rows > 0 && <Said term="Records" text={String(it.rows)} />}
            <Said term="Read by" text={readersInWords(it.readers)} />
            <Said term="Kept" text={retentionInWords(it.retention)} />
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Said({ term, text }: { term: string; text: string }) {
  return (
    <div class="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3">
      <dt class="text-note text-muted">{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}

function CouldStillRead() {
  return (
    <div class="max-w-measure space-y-3">
      <p>
        Private notes and reports are sealed with a key of yours before they are stored. Whoever has the database or a
        backup cannot read them; people who run the server’s software could. They are never shown to an owner, not even
        by breaking the glass.
      </p>
      <p>
        What you wrote in an application, your meetings and your attendance are not sealed: whoever runs the database
        could read them too.
      </p>
      <p>
        Whether somebody was cleared is shown to the people team alone. Whoever gave the organisation’s list could work
        it out from that list.
      </p>
    </div>
  )
}
