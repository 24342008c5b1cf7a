import { z } from 'zod'
import { keepDraft, readSurvey, sendAnswers, takeBack } from '../journey/survey/actions/answer.ts'
import { chooseSupervisor, seeSupervisorChoice } from '../journey/survey/actions/choose-supervisor.ts'
import type { Entered } from '../journey/survey/shapes.ts'
import { respondentSchema } from '../model/respondent.ts'
import type { Invalid } from '../runtime/errors.ts'
import { SupervisorPage } from './participant/survey/supervisor-page.tsx'
import { SURVEY_DONE, SurveyPage } from './participant/survey/survey-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE = Object.keys(SURVEY_DONE) as (keyof typeof SURVEY_DONE)[]
const named = z.object({
  key: z.string().max(100),
  survey: z.string().max(100),
  role: respondentSchema.optional().catch(undefined),
})
const again = z.literal('yes').optional().catch(undefined)
const shown = named.extend({ done: z.enum(DONE).nullable().catch(null).default(null), change: again })
const sending = named.extend({ change: again })
const kept = sending.extend({ quiet: z.string().optional() })
type Named = z.infer<typeof named>

const choice = named.extend({ done: z.enum(['yes', 'no']).nullable().catch(null).default(null) })
const chosen = named.extend({ agrees: z.enum(['yes', 'no']) })
const CHOOSE = 'survey.chooseSupervisor'
const PATH = '/seasons/:key/surveys/:survey'
/** What a question's field is called begins with this, so that none takes the name of anything else in the form. */
const FIELD = /^q-([a-z0-9_-]+)$/

/** A survey of a season, for those who are invited to it. */
export const surveyRoutes: readonly Route[] = [
  route({ method: 'GET', path: PATH, action: 'survey.readSurvey', given: shown, answer: survey }),
  route({
    method: 'POST',
    path: `${PATH}/draft`,
    action: 'survey.keepDraft',
    given: kept,
    answer: draftKept,
    again: surveyAgain,
  }),
  route({ method: 'POST', path: PATH, action: 'survey.sendAnswers', given: sending, answer: sent, again: surveyAgain }),
  route({ method: 'POST', path: `${PATH}/back`, action: 'survey.takeBack', given: named, answer: takenBack }),
  route({ method: 'GET', path: `${PATH}/supervisor`, action: CHOOSE, given: choice, answer: supervisorChoice }),
  route({ method: 'POST', path: `${PATH}/supervisor`, action: CHOOSE, given: chosen, answer: supervisorChosen }),
]

async function survey({ house, ctx, given, page }: Visit<z.infer<typeof shown>>) {
  const form = await readSurvey(ctx, { ...given, season: given.key })
  const contact = house.organisation.privacyContact
  const isChanging = given.change === 'yes'
  return page(
    form.survey.name,
    <SurveyPage form={form} contact={contact} done={given.done} isChanging={isChanging} again={null} />,
  )
}

async function draftKept({ http, ctx, given, fields, goTo }: Visit<z.infer<typeof kept>>) {
  const { role } = await keepDraft(ctx, asked(given, fields))
  return given.quiet ? http.body(null, 204, { 'cache-control': 'no-store' }) : goTo(`${pathOf(given, role)}&done=kept`)
}

async function sent({ ctx, given, fields, goTo }: Visit<z.infer<typeof sending>>) {
  const { role, became } = await sendAnswers(ctx, asked(given, fields))
  return goTo(`${pathOf(given, role)}&done=${became}`)
}

async function takenBack({ ctx, given, goTo }: Visit<Named>) {
  const { role } = await takeBack(ctx, { ...given, season: given.key })
  return goTo(`${pathOf(given, role)}&done=taken-back`)
}

async function supervisorChoice({ ctx, house, given, page }: Visit<z.infer<typeof choice>>) {
  const it = await seeSupervisorChoice(ctx, { ...given, season: given.key })
  const contact = house.organisation.privacyContact
  return page('Your manager and the survey', <SupervisorPage choice={it} contact={contact} done={given.done} />)
}

async function supervisorChosen({ ctx, given, goTo }: Visit<z.infer<typeof chosen>>) {
  const { key, survey: name, agrees } = given
  await chooseSupervisor(ctx, { season: key, survey: name, agrees: agrees === 'yes' })
  return goTo(`/seasons/${encodeURIComponent(key)}/surveys/${encodeURIComponent(name)}/supervisor?done=${agrees}`)
}

function asked({ change, ...given }: z.infer<typeof sending>, fields: Visit['fields']) {
  return { ...given, season: given.key, again: change === 'yes', entered: enteredIn(fields) }
}

async function surveyAgain({ house, ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const given = sending.parse(fields)
  const form = await readSurvey(ctx, { ...given, season: given.key })
  const contact = house.organisation.privacyContact
  const isChanging = given.change === 'yes'
  const again = { entered: enteredIn(fields), faults: fault.fields }
  return page(
    'Error: not sent',
    <SurveyPage form={form} contact={contact} done={null} isChanging={isChanging} again={again} />,
    422,
  )
}

function pathOf({ key, survey: name }: Named, role: string): string {
  return `/seasons/${encodeURIComponent(key)}/surveys/${encodeURIComponent(name)}?role=${role}`
}

/** What was entered, by the keys of the questions. */
export function enteredIn(fields: Visit['fields']): Entered {
  const found = Object.entries(fields).flatMap(([name, value]) => {
    const question = FIELD.exec(name)?.[1]
    const values = (Array.isArray(value) ? value : [value]).filter((it): it is string => typeof it === 'string')
    return question ? [[question, values] as const] : []
  })
  return Object.fromEntries(found)
}
