import type { ApplicationStatus } from '../../../journey/apply/screens/application-status.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'

/** What else there is for whoever is not placed: mentors who show themselves, and the next season. */
export function WhatElse({ programKey, other }: { programKey: string; other: ApplicationStatus['else'] }) {
  const next = other?.next ?? null
  return (
    <>
      {other?.hasMentors && (
        <p>
          Mentors offer to talk outside of seasons too: <Link href="/mentors">see whom you can ask</Link>.
        </p>
      )}
      <p>
        {next ? (
          <>
            {next.name}, {next.season}, takes applications {next.isOpen ? 'now' : `from ${longDay(next.opens)}`}:{' '}
            <Link href={`/seasons/${next.key}/apply`}>what it takes</Link>.
          </>
        ) : (
          <Link href={`/seasons/${programKey}/apply`}>Hear when the next call opens</Link>
        )}
      </p>
    </>
  )
}
