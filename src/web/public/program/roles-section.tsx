import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { callSentence } from '../../../texts/en/calls.ts'
import { More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'

const SOURCES = {
  application: 'from your application',
  manager: 'from your manager',
  reviewer: 'from a reviewer',
  match: 'the match itself',
}
const ROLES_AS_READ: readonly Role[] = ['mentee', 'mentor']

/** Both roles beside each other: what you get, who can apply, what is looked at, who reads it. */
export function RolesSection({ program, today }: { program: Program; today: Day }) {
  return (
    <HungSection id="roles" heading="Which one are you?">
      <div class="grid gap-x-16 gap-y-10 *:min-w-0 md:grid-cols-2">
        {ROLES_AS_READ.map((role) => (
          <RolePart key={role} program={program} role={role} today={today} />
        ))}
      </div>
      {program.dual.text && <p class="mt-block max-w-measure">{program.dual.text}</p>}
      <div class="mt-block space-y-1">
        {ROLES_AS_READ.map((role) => (
          <WhoReads key={role} program={program} role={role} />
        ))}
      </div>
    </HungSection>
  )
}

function RolePart({ program, role, today }: { program: Program; role: Role; today: Day }) {
  const section = program.roles[role]
  const looked = section.considerations.map((criterion) => `${criterion.text} (${SOURCES[criterion.source]})`)
  return (
    <div>
      <h3 class="text-head">{role === 'mentee' ? 'Mentee' : 'Mentor'}</h3>
      <Points heading="What you get" points={section.benefits} />
      <Points heading="You can apply if" points={section.requirements.map((requirement) => requirement.text)} />
      <Points heading="What we look at" points={looked} />
      <h4 class="mt-block font-semibold">When to apply</h4>
      <p class="mt-2">{callSentence(program, role, today)}</p>
    </div>
  )
}

function Points({ heading, points }: { heading: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <div class="mt-block">
      <h4 class="font-semibold">{heading}</h4>
      <ul class="mt-2 list-disc space-y-2 pl-5 marker:text-muted">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}

function WhoReads({ program, role }: { program: Program; role: Role }) {
  const questions = program.roles[role].questions
  if (questions.length === 0) return null
  const rows = questions.map((question) => [
    `${question.text}${question.required ? '' : ' (you may leave it out)'}`,
    question.readBy,
    question.why,
  ])
  return (
    <More summary={`What ${role}s are asked, and who reads it`}>
      <Ledger
        caption={`Questions to ${role}s`}
        columns={[{ text: 'Question' }, { text: 'Read by' }, { text: 'Why we ask' }]}
        rows={rows}
      />
    </More>
  )
}
