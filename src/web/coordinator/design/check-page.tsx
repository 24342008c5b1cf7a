import type { Checked } from '../../../journey/design/screens/check.ts'
import { warningInWords } from '../../../texts/en/design-warnings.ts'
import { pathInWords } from '../../../texts/en/program-form.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { DraftHead } from './draft-head.tsx'
import { partOf } from './draft-parts.ts'

export type Expected = { readonly mentors: string; readonly mentees: string }

/** What is wrong with a draft, and what should be known before it is published: each with its line and what to do. */
export function CheckPage({ it, expected }: { it: Checked; expected: Expected }) {
  const { draft, faults, warnings } = it
  return (
    <div class="wrap pt-6 md:pt-10">
      <DraftHead draft={draft} here="/check" heading={heading(it)} />
      {faults.length > 0 && (
        <HungSection id="mend" heading="To mend">
          <Findings
            id={draft.id}
            findings={faults.map((one) => ({
              line: one.line,
              path: one.path,
              says: `${one.message}.`,
              remedy: one.remedy,
            }))}
          />
          <p class="mt-4 max-w-measure text-dense text-muted">
            Days off, hours and places are checked once nothing is left here.
          </p>
        </HungSection>
      )}
      {warnings && warnings.length > 0 && (
        <HungSection id="know" heading="To know">
          <Findings
            id={draft.id}
            findings={warnings.map(({ line, path, facts }) => ({ line, path, ...warningInWords(facts) }))}
          />
        </HungSection>
      )}
      <HungSection id="places" heading="Places and demand">
        <form class="flex flex-wrap items-end gap-4" method="get" action={`/desk/design/drafts/${draft.id}/check`}>
          <div class="w-40">
            <Field id="mentors" label="Mentors expected" value={expected.mentors} inputMode="numeric" maxLength={6} />
          </div>
          <div class="w-40">
            <Field id="mentees" label="Mentees expected" value={expected.mentees} inputMode="numeric" maxLength={6} />
          </div>
          <Button>Check</Button>
        </form>
        <p class="mt-3 max-w-measure text-dense text-muted">{placesInWords(it, expected)}</p>
      </HungSection>
      <p class="mt-section max-w-measure text-note text-muted">
        Days off are those of the calendars that people of the directory keep.{' '}
        {it.zones === 0
          ? 'The directory says nobody’s time zone, so hours are not checked.'
          : `Hours are 9:00 to 17:00 in ${countOf(it.zones, 'time zone')} of the directory.`}
      </p>
    </div>
  )
}

type Finding = { readonly line: number; readonly path: string; readonly says: string; readonly remedy: string }

function Findings({ id, findings }: { id: string; findings: readonly Finding[] }) {
  return (
    <ol class="border-b border-rule">
      {findings.map((it, at) => (
        <li key={at} class="border-t border-rule py-3">
          <p class="text-dense text-muted">
            Line {it.line}
            {it.path && (
              <>
                ,{' '}
                <Link href={`/desk/design/drafts/${id}?part=${partOf(it.path)}`}>{pathInWords(stepsOf(it.path))}</Link>
              </>
            )}
          </p>
          <p class="max-w-measure wrap-anywhere">
            <Icon name="circle-alert" />
            {it.says} {it.remedy}
          </p>
        </li>
      ))}
    </ol>
  )
}

function stepsOf(path: string): readonly (string | number)[] {
  return path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function heading({ faults, warnings }: Checked): string {
  if (faults.length > 0) return countOf(faults.length, 'thing to mend', 'things to mend')
  const many = warnings?.length ?? 0
  return many === 0 ? 'Nothing stands against it' : `Nothing to mend, ${countOf(many, 'thing', 'things')} to know`
}

function placesInWords({ warnings }: Checked, { mentors, mentees }: Expected): string {
  if (mentors === '' || mentees === '')
    return 'Say how many you expect, and places are checked against them. Nothing is kept.'
  if (warnings === null) return 'Places are checked once nothing is left to mend.'
  const isShort = warnings.some((it) => it.facts.code === 'places-missing' || it.facts.code === 'mentors-idle')
  return isShort ? 'What does not fit is above.' : 'Every mentee has a place, and every mentor a mentee.'
}
