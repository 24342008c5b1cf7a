import type { FunnelOfSeason } from '../../../desk/screens/funnel.ts'
import type { Role } from '../../../model/role.ts'
import { countOf } from '../../../texts/en/results.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { divisionInWords } from './application-words.ts'

const STEPS = [
  { text: 'Sent', num: true },
  { text: 'Reached you', num: true },
  { text: 'Admitted', num: true },
  { text: 'Placed', num: true },
] as const

/** How many came how far, from those who began to those who are placed: numbers alone. */
export function FunnelPage({ funnel }: { funnel: FunnelOfSeason }) {
  const sent = funnel.roles.reduce((sum, it) => sum + it.sent, 0)
  const reached = funnel.roles.reduce((sum, it) => sum + it.reached, 0)
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href={`/desk/selection?season=${funnel.season}`}>Selecting</Link>, {funnel.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">
        {sent === 0 ? 'Nobody has applied yet' : `${reached} of ${countOf(sent, 'application')} reached you`}
      </h1>
      <p class="mt-3 max-w-measure text-muted">
        {rest(funnel, sent - reached)} An application that you sent yourself is not counted here.
      </p>
      <HungSection id="roles" heading="By role">
        <Ledger
          caption="How many came how far, by role"
          columns={[{ text: 'Role' }, { text: 'Began', num: true }, ...STEPS]}
          rows={funnel.roles.map((it) => [it.role, it.began, it.sent, it.reached, it.admitted, it.placed])}
        />
        <p class="mt-3 max-w-measure text-note text-muted">
          Who has begun and not sent is counted for the role alone: a draft is its writer’s own.
        </p>
      </HungSection>
      {(['mentee', 'mentor'] as const).map((role) => (
        <HungSection
          key={role}
          id={`divisions-${role}`}
          heading={`${role === 'mentee' ? 'Mentees' : 'Mentors'} by division`}
        >
          <Divisions funnel={funnel} role={role} />
        </HungSection>
      ))}
      <p class="mt-section">
        <Link href={`/desk/applications?season=${funnel.season}`}>Read the applications</Link>
      </p>
    </div>
  )
}

function rest({ asksClearance }: FunnelOfSeason, many: number): string {
  if (many === 0) return ''
  const waits = asksClearance ? ' or are still with the people team' : ''
  return `${many === 1 ? 'One does' : `${many} do`} not proceed${waits}: one number, whatever the cause.`
}

function Divisions({ funnel, role }: { funnel: FunnelOfSeason; role: Role }) {
  const rows = funnel.divisions.filter((it) => it[role].sent > 0)
  if (rows.length === 0) return <p class="text-muted">Nobody yet.</p>
  return (
    <Ledger
      caption={`${role === 'mentee' ? 'Mentees' : 'Mentors'} who came how far, by division`}
      columns={[{ text: 'Division' }, ...STEPS]}
      rows={rows.map((it) => [
        divisionInWords(it.division),
        it[role].sent,
        it[role].reached,
        it[role].admitted,
        it[role].placed,
      ])}
    />
  )
}
