import { z } from 'zod'
import { readWritten, takeBackLetters, testGroupLetter, writeToGroup } from '../desk/actions/write-to-group.ts'
import { APPLICANT_GROUPS } from '../desk/rules/plan-applicants.ts'
import { PAIR_GROUPS, SIDES } from '../desk/rules/plan-group.ts'
import { type GroupFilter, seeGroup } from '../desk/screens/group.ts'
import { STANDINGS } from '../desk/screens/pairs.ts'
import { seeOneWritten, seeWritten } from '../desk/screens/written.ts'
import { groupLetter } from '../journey/announce/messages/group-letter.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { newId } from '../runtime/new-id.ts'
import { type WriteFault, WritePage } from './coordinator/desk/write-page.tsx'
import { OneWrittenPage, WrittenPage } from './coordinator/desk/written-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const season = z.string().min(1).max(100)
const group = z.object({
  season,
  to: z.enum([...PAIR_GROUPS, ...APPLICANT_GROUPS]),
  who: z.enum(SIDES).catch('both').default('both'),
  of: z
    .string()
    .max(100)
    .catch('')
    .default('')
    .transform((it) => (it === '' ? null : it)),
  q: z.string().max(200).catch('').default(''),
  standing: z.enum(STANDINGS).nullable().catch(null).default(null),
})
const written = group.extend({
  /** Of the letter, made with the empty form: sent twice it is one letter. */
  id: z.uuid(),
  seen: z.string().max(100),
  subject: z.string().max(2_000).catch('').default(''),
  words: z.string().max(50_000).catch('').default(''),
  do: z.enum(['again', 'look', 'test', 'send']),
})
const listed = z.object({ season, page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) })
const one = z.object({
  season,
  id: z.uuid(),
  back: z.coerce.number().int().min(0).nullable().catch(null).default(null),
})
type Group = z.infer<typeof group>
type Written = z.infer<typeof written>

/** Letters to a group: who they are, the words, a look, a test, and how far they are. */
export const writeRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/write', action: 'desk.seeGroup', given: group, answer: begin, again: notThere }),
  route({
    method: 'POST',
    path: '/desk/write',
    action: 'desk.writeToGroup',
    given: written,
    answer: write,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/desk/written',
    action: 'desk.seeWritten',
    given: listed,
    answer: letters,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/desk/written/:id',
    action: 'desk.seeWritten',
    given: one,
    answer: letter,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/written/:id/back',
    action: 'desk.takeBackLetters',
    given: one,
    answer: takeItBack,
    again: notThere,
  }),
]

function begin(visit: Visit<Group>) {
  return writePage(visit, { ...visit.given, id: newId(), subject: '', words: '' }, {})
}

async function write(visit: Visit<Written>) {
  const { ctx, given, goTo } = visit
  try {
    if (given.do === 'again') return await writePage(visit, given, {})
    readWritten(given)
    if (given.do === 'test') await testGroupLetter(ctx, given, groupLetter)
    if (given.do === 'send') {
      await writeToGroup(ctx, given, groupLetter)
      return goTo(`/desk/written/${given.id}?${new URLSearchParams({ season: given.season })}`)
    }
  } catch (fault) {
    if (fault instanceof Invalid) return writePage(visit, given, { faults: faultsOf(fault) })
    if (fault instanceof Refused)
      return writePage(visit, given, { faults: [{ fieldId: 'group', text: fault.message }], isLook: true })
    throw fault
  }
  const said = given.do === 'test' ? 'A test is on its way to you. Nobody else has it.' : null
  return writePage(visit, given, { said, isLook: true })
}

type Shown = { readonly faults?: readonly WriteFault[]; readonly said?: string | null; readonly isLook?: boolean }

async function writePage({ ctx, page }: Visit<unknown>, it: Omit<Written, 'seen' | 'do'>, shown: Shown) {
  const found = await seeGroup(ctx, it)
  const { faults = [], said = null, isLook = false } = shown
  const first = found.people[0]
  const copy = isLook && first ? groupLetter(first, it, found) : null
  const asked: GroupFilter = it
  const content = <WritePage group={found} asked={asked} entered={it} copy={copy} said={said} faults={faults} />
  return page(faults.length > 0 ? 'Error: not sent' : 'A letter to a group', content, faults.length > 0 ? 422 : 200)
}

function faultsOf({ fields, message }: Invalid): readonly WriteFault[] {
  if (fields.length === 0) return [{ fieldId: 'words', text: message }]
  return fields.map((it) => ({ fieldId: it.place, text: it.message }))
}

async function letters({ ctx, given, page }: Visit<z.infer<typeof listed>>) {
  const { letters: found, total, ...of } = await seeWritten(ctx, given)
  return page('Letters to groups', <WrittenPage of={of} letters={found} total={total} page={given.page} />)
}

async function letter({ ctx, given, page }: Visit<z.infer<typeof one>>) {
  const { letter: found, ...of } = await seeOneWritten(ctx, given)
  return page(found.subject, <OneWrittenPage of={of} letter={found} takenBack={given.back} />)
}

async function takeItBack({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  const { takenBack } = await takeBackLetters(ctx, given)
  const query = new URLSearchParams({ season: given.season, back: String(takenBack) })
  return goTo(`/desk/written/${given.id}?${query}`)
}
