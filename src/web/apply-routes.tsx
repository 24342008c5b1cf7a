import { z } from 'zod'
import { keepDraft } from '../journey/apply/actions/drafts.ts'
import { askForNextCall } from '../journey/apply/actions/interest.ts'
import { sendApplication, withdrawApplication } from '../journey/apply/actions/own-application.ts'
import { applicationStatus } from '../journey/apply/screens/application-status.ts'
import { applyForm, applyOverview } from '../journey/apply/screens/apply-pages.ts'
import type { GivenApplication } from '../model/given-application.ts'
import { roleSchema } from '../model/role.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { ApplyFormPage } from './participant/apply/form-page.tsx'
import { ApplyOverviewPage, OVERVIEW_DONE } from './participant/apply/overview-page.tsx'
import type { TopicSearch } from './participant/apply/question-field.tsx'
import { STATUS_DONE, StatusPage } from './participant/apply/status-page.tsx'
import { WithdrawPage } from './participant/apply/withdraw-page.tsx'
import { readGiven } from './read-application.ts'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE_THERE = Object.keys(OVERVIEW_DONE) as (keyof typeof OVERVIEW_DONE)[]
const DONE_HERE = Object.keys(STATUS_DONE) as (keyof typeof STATUS_DONE)[]
const LONGEST_SEARCH = 60

const season = z.object({ key: z.string() })
const call = season.extend({ role: roleSchema })
const overviewed = season.extend({ done: z.enum(DONE_THERE).nullable().catch(null).default(null) })
const shown = season.extend({ done: z.enum(DONE_HERE).nullable().catch(null).default(null) })
const word = z.string().max(LONGEST_SEARCH).catch('').default('')
const searched = call.extend({ find: word, of: word })
const kept = call.extend({ version: z.coerce.number().int().min(1).nullable().catch(null).default(null) })
const interested = call.extend({ wants: z.enum(['yes', 'no']).catch('yes').default('yes') })

const SEE = 'apply.seeApplication'
const KEEP = 'apply.keepDraft'
const SEND = 'apply.sendApplication'
const WITHDRAW = 'apply.withdrawApplication'
const ASK = 'apply.askForNextCall'
const FORM = '/seasons/:key/apply/:role'
const OWN = '/seasons/:key/application'

/** Somebody's own way from the call to the answer: the form, its draft, what was sent, and what comes next. */
export const applyRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/seasons/:key/apply', action: SEE, given: overviewed, answer: overview }),
  route({ method: 'GET', path: FORM, action: SEE, given: searched, answer: form, again: notThere }),
  route({ method: 'POST', path: FORM, action: SEND, given: call, answer: sent, again: formAgain }),
  route({ method: 'POST', path: `${FORM}/draft`, action: KEEP, given: kept, answer: draft, again: draftAgain }),
  route({
    method: 'POST',
    path: `${FORM}/interest`,
    action: ASK,
    given: interested,
    answer: interest,
    again: notThere,
  }),
  route({ method: 'GET', path: OWN, action: SEE, given: shown, answer: status }),
  route({ method: 'GET', path: `${OWN}/:role/withdraw`, action: WITHDRAW, given: call, answer: ask, again: notThere }),
  route({
    method: 'POST',
    path: `${OWN}/:role/withdraw`,
    action: WITHDRAW,
    given: call,
    answer: withdrawn,
    again: notThere,
  }),
]

async function overview({ house, ctx, given, page }: Visit<z.infer<typeof overviewed>>) {
  const found = await applyOverview(ctx, { season: given.key })
  const contact = house.organisation.privacyContact
  return page('Apply', <ApplyOverviewPage overview={found} contact={contact} done={given.done} />)
}

function form(visit: Visit<z.infer<typeof searched>>) {
  return formPage(visit, visit.given, { search: visit.given })
}

type Shown = { readonly search?: TopicSearch; readonly given?: GivenApplication; readonly fault?: Invalid }

/** The form with what was kept, or with what was just entered and what to look at again. */
async function formPage({ house, ctx, page, goTo }: Visit<unknown>, it: z.infer<typeof call>, more: Shown) {
  const found = await applyForm(ctx, { season: it.key, role: it.role })
  if (found.refusal !== null && !more.fault)
    return goTo(found.isChange ? `/seasons/${it.key}/application` : `/seasons/${it.key}/apply`)
  const errors = (more.fault?.fields ?? []).map(({ place, message }) => ({ fieldId: place, text: message }))
  const content = (
    <ApplyFormPage
      form={found}
      given={more.given ?? found.given}
      errors={errors}
      search={more.search ?? { find: '', of: '' }}
      contact={house.organisation.privacyContact}
    />
  )
  return page(
    more.fault ? `Error: not sent. Apply as a ${it.role}` : `Apply as a ${it.role}`,
    content,
    more.fault ? 422 : 200,
  )
}

async function sent({ ctx, given, fields, goTo }: Visit<z.infer<typeof call>>) {
  const { key, role } = given
  const { became } = await sendApplication(ctx, { season: key, role, given: readGiven(fields) })
  return goTo(`/seasons/${key}/application?done=${became}`)
}

/** What could not be sent is kept as a draft all the same, so that it is there on any device. */
async function formAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = kept.safeParse(visit.fields)
  if (!read.success) return notThere()
  const { key, role, version } = read.data
  const given = readGiven(visit.fields)
  try {
    await keepDraft(visit.ctx, { season: key, role, given, version })
  } catch (error) {
    // The page itself holds everything; what another device kept stays as it is.
    if (!(error instanceof Invalid || error instanceof Refused)) throw error
  }
  return formPage(visit, read.data, { given, fault })
}

async function draft({ http, ctx, given, fields, goTo }: Visit<z.infer<typeof kept>>) {
  const { key, role, version } = given
  const done = await keepDraft(ctx, { season: key, role, given: readGiven(fields), version })
  if (wantsJson(http.req.header('accept'))) return http.json(done)
  const [place = '', parent = ''] = textOf(fields.step).split(': ')
  if (place === '') return goTo(`/seasons/${key}/apply?done=kept`)
  const [name, words] = parent === '' ? ['find', textOf(fields.find)] : ['of', parent]
  const looked = encodeURIComponent(words.slice(0, LONGEST_SEARCH))
  return goTo(`/seasons/${key}/apply/${role}?${name}=${looked}#${encodeURIComponent(place)}`)
}

function draftAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = call.safeParse(visit.fields)
  if (!read.success) return notThere()
  if (wantsJson(visit.http.req.header('accept'))) return visit.http.json({ says: fault.fields[0]?.message }, 409)
  return formPage(visit, read.data, { given: readGiven(visit.fields), fault })
}

function wantsJson(accept: string | undefined): boolean {
  return accept === 'application/json'
}

function textOf(field: string | readonly string[] | undefined): string {
  const texts = typeof field === 'string' ? [field] : (field ?? [])
  return texts.find((it) => it.trim() !== '')?.trim() ?? ''
}

async function interest({ ctx, given, goTo }: Visit<z.infer<typeof interested>>) {
  const { asked } = await askForNextCall(ctx, { season: given.key, role: given.role, wants: given.wants === 'yes' })
  return goTo(`/seasons/${given.key}/apply?done=${asked ? 'asked' : 'forgotten'}`)
}

async function status({ house, ctx, given, page }: Visit<z.infer<typeof shown>>) {
  const found = await applicationStatus(ctx, { season: given.key })
  const contact = house.organisation.privacyContact
  return page('Your application', <StatusPage status={found} contact={contact} done={given.done} />)
}

async function ask({ ctx, given, page, goTo }: Visit<z.infer<typeof call>>) {
  const found = await applicationStatus(ctx, { season: given.key })
  const stands = found.applications.some((it) => it.role === given.role && it.withdrawnOn === null)
  if (!stands) return goTo(`/seasons/${given.key}/application`)
  return page('Take it back?', <WithdrawPage status={found} role={given.role} />)
}

async function withdrawn({ ctx, given, goTo }: Visit<z.infer<typeof call>>) {
  await withdrawApplication(ctx, { season: given.key, role: given.role })
  return goTo(`/seasons/${given.key}/application?done=withdrawn`)
}
