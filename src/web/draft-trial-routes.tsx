import { z } from 'zod'
import { readProgram } from '../journey/design/load-program.ts'
import { seeCheck } from '../journey/design/screens/check.ts'
import { seeDraft } from '../journey/design/screens/drafts.ts'
import { rehearseDraft } from '../rehearsal/dry-run.ts'
import { CheckPage } from './coordinator/design/check-page.tsx'
import { DryRunPage } from './coordinator/design/dry-run-page.tsx'
import { NotPublishedYet } from './coordinator/design/not-published-yet.tsx'
import { ProgramPage } from './public/program-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const one = z.object({ id: z.uuid() })
const expectedOf = z
  .string()
  .regex(/^\d{0,6}$/)
  .catch('')
  .default('')
const checked = one.extend({ mentors: expectedOf, mentees: expectedOf })
const few = z
  .string()
  .regex(/^([1-9]|[1-4]\d|50)$/)
  .catch('')
  .default('')
const sized = one.extend({ mentors: few, mentees: few })
const SEE = 'design.seeDraft'
const AT = '/desk/design/drafts/:id'

/** A draft before anybody lives by it: checked, tried on invented people, and its page as it would look. */
export const draftTrialRoutes: readonly Route[] = [
  route({ method: 'GET', path: `${AT}/check`, action: SEE, given: checked, answer: check, again: notThere }),
  route({
    method: 'GET',
    path: `${AT}/dry-run`,
    action: 'rehearsal.dryRun',
    given: sized,
    answer: dryRunPage,
    again: notThere,
  }),
  route({ method: 'GET', path: `${AT}/page`, action: SEE, given: one, answer: programPage, again: notThere }),
]

async function check({ ctx, given, page: show }: Visit<z.infer<typeof checked>>) {
  const { id, mentors, mentees } = given
  const expected = mentors === '' || mentees === '' ? null : { mentors: Number(mentors), mentees: Number(mentees) }
  const it = await seeCheck(ctx, { draft: id, expected })
  return show('Check', <CheckPage it={it} expected={{ mentors, mentees }} />)
}

async function dryRunPage({ ctx, given, page: show }: Visit<z.infer<typeof sized>>) {
  const { id, mentors, mentees } = given
  const opened = await seeDraft(ctx, { draft: id })
  const size = { mentors: Number(mentors), mentees: Number(mentees) }
  const wanted = mentors !== '' && mentees !== '' && opened.faults.length === 0
  const run = wanted ? await rehearseDraft(ctx, { draft: id, size }) : null
  const read = readProgram(opened.text)
  const program = read.ok ? read.value : null
  const shownSize = { mentors: mentors || '12', mentees: mentees || '15' }
  const content = (
    <DryRunPage draft={opened} program={program} size={shownSize} run={run} faults={opened.faults.length} />
  )
  return show('Dry run', content)
}

async function programPage({ ctx, house, given, page: show, goTo }: Visit<{ id: string }>) {
  const { text, title } = await seeDraft(ctx, { draft: given.id })
  const read = readProgram(text)
  if (!read.ok) return goTo(`/desk/design/drafts/${given.id}`)
  const content = <ProgramPage organisation={house.organisation.name} program={read.value} today={house.today} />
  return show(
    `Not published: ${title}`,
    <>
      <NotPublishedYet href={`/desk/design/drafts/${given.id}`} />
      {content}
    </>,
  )
}
