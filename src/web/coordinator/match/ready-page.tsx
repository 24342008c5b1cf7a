import type { Ready } from '../../../journey/match/actions/check-readiness.ts'
import { refusalInWords } from '../../../texts/en/match.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { matchLink } from './match-links.ts'

const STUCK_PER_PAGE = 50

/** What a run would have to go on, and who could be paired with nobody, before it is made. */
export function ReadyPage({ ready, page }: { ready: Ready; page: number }) {
  const { season, mentees, mentors, places, most, stuck, fixed } = ready
  const isEmpty = mentees === 0 || mentors === 0
  const shown = stuck.slice((page - 1) * STUCK_PER_PAGE, page * STUCK_PER_PAGE)
  return (
    <div class="wrap pt-6 md:pt-10">
      <MatchCrumbs season={season} />
      <h1 class="mt-1 max-w-[26ch]">{heading(ready)}</h1>
      <p class="mt-3 max-w-measure">
        {isEmpty
          ? 'A run needs mentees and mentors in the pool: decide on the applications first.'
          : `Under this season’s open rules at most ${most} of ${countOf(mentees, 'mentee')} can have a place at once.`}{' '}
        {fixed > 0 &&
          `${countOf(fixed, 'pair is', 'pairs are')} published already and ${fixed === 1 ? 'stays' : 'stay'}.`}
      </p>
      <div class="mt-6">
        <Facts
          facts={[
            { term: 'Mentees to be seated', value: mentees },
            { term: 'Mentors', value: mentors },
            { term: 'Places they have', value: places },
            { term: 'Could be paired with nobody', value: stuck.length },
          ]}
        />
      </div>
      <Warnings ready={ready} />
      {stuck.length > 0 && (
        <HungSection id="stuck" heading="With nobody possible">
          <ul class="border-b border-rule">
            {shown.map((it) => (
              <Stuck key={`${it.role} ${it.person.id}`} it={it} />
            ))}
          </ul>
          <Pager
            page={page}
            pages={Math.ceil(stuck.length / STUCK_PER_PAGE)}
            href={(to) => matchLink('/ready', { season, page: to })}
          />
        </HungSection>
      )}
      {!isEmpty && (
        <Form action="/desk/selection/match" class="mt-section">
          <input type="hidden" name="season" value={season} />
          <Button rank="primary">Run the match</Button>
        </Form>
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Counted by open rules alone: what people asked to be kept to themselves is not in it. Everybody who applied
        sees, once they have heard, who looked.
      </p>
    </div>
  )
}

function heading({ mentees, mentors, most, stuck }: Ready): string {
  if (mentees === 0 || mentors === 0) return 'There is nobody to match yet'
  if (most === mentees && stuck.length === 0) return 'Ready: every mentee can have a mentor'
  if (most === mentees) return 'Ready, though somebody can be paired with nobody'
  return `At least ${countOf(mentees - most, 'mentee')} will be without a mentor`
}

function Warnings({ ready }: { ready: Ready }) {
  const { tight, minimums, mentees, refusedPins, mentorOnly } = ready
  const lines = [
    ...(mentorOnly > 0
      ? [
          `Places are short, so ${countOf(mentorOnly, 'person', 'people')} who applied for both will serve as mentors only.`,
        ]
      : []),
    ...tight.map((it) =>
      it.mentees === mentees
        ? `There are ${countOf(it.places, 'place')} for ${countOf(mentees, 'mentee')}: ${countOf(it.mentees - it.places, 'more place')} would seat them all.`
        : `${countOf(it.mentees, 'mentee')} ${fromWhere(it.divisions)} can only go to ${countOf(it.places, 'place')}: ${countOf(it.mentees - it.places, 'more place')} at mentors they may have would seat them all.`,
    ),
    ...(minimums > mentees
      ? [
          `Mentors ask for ${countOf(minimums, 'mentee')} at least and there are ${mentees}: some get fewer than they asked for.`,
        ]
      : []),
    ...refusedPins.map(
      (it) => `${it.mentee.name} with ${it.mentor.name} is pinned and cannot be kept: ${refusalInWords(it.code)}.`,
    ),
  ]
  if (lines.length === 0) return null
  return (
    <HungSection id="warnings" heading="To know before">
      <ul class="max-w-measure list-disc space-y-2 pl-5">
        {lines.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </HungSection>
  )
}

function fromWhere(divisions: Ready['tight'][number]['divisions']): string {
  const named = divisions.filter((it) => it.name !== '')
  if (named.length === 0) return ''
  const shown = named.slice(0, 3).map((it) => `${it.name} ${it.mentees}`)
  return `(${shown.join(', ')}${named.length > 3 ? ' and others' : ''})`
}

function Stuck({ it }: { it: Ready['stuck'][number] }) {
  const other = it.role === 'mentee' ? 'mentor' : 'mentee'
  const remedy = it.like
    ? `Somebody like ${it.like.name} would be possible.`
    : it.refused.some((one) => one.code === 'division-unknown')
      ? 'A division in the directory would help.'
      : (it.relax ?? `It needs a ${other} unlike those there are.`)
  return (
    <li class="grid gap-x-10 gap-y-1 border-t border-rule py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]">
      <div class="min-w-0 wrap-anywhere">
        <p class="font-semibold">{it.person.name}</p>
        <p class="text-note text-muted">
          {it.role}
          {it.person.division ? `, ${it.person.division}` : ''}
        </p>
      </div>
      <p class="min-w-0">
        {remedy}{' '}
        <span class="text-muted">
          {it.refused.length === 0
            ? `There is no ${other} in the pool.`
            : `Of the ${other}s: ${it.refused.map((one) => `${one.people} ${refusalInWords(one.code)}`).join(', ')}.`}
        </span>
      </p>
    </li>
  )
}
