import { z } from 'zod'
import { saveDraft } from '../journey/design/actions/save-draft.ts'
import { seeDraftSurvey, seeDraftSurveys } from '../journey/design/screens/draft-surveys.ts'
import { answerProblems } from '../journey/survey/messages/answer-problems.ts'
import { decideSending, readEntered } from '../journey/survey/rules/answering.ts'
import { planTrial } from '../journey/survey/rules/plan-trial.ts'
import { respondentsOf } from '../journey/survey/rules/respondents.ts'
import { respondentSchema } from '../model/respondent.ts'
import { Invalid, NotFound, Refused } from '../runtime/errors.ts'
import { type BankAsked, BankPage } from './coordinator/design/bank-page.tsx'
import { SurveyPreviewPage } from './coordinator/design/survey-preview-page.tsx'
import { SurveyTryPage } from './coordinator/design/survey-try-page.tsx'
import { SurveysPage } from './coordinator/design/surveys-page.tsx'
import { SurveyPage } from './participant/survey/survey-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'
import { enteredIn } from './survey-routes.tsx'

const one = z.object({ id: z.uuid() })
const number = z.coerce.number().int().min(1).max(1_000_000)
const word = z.string().max(100).catch('').default('')
const saved = number.nullable().catch(null).default(null)
const listed = one.extend({ saved })
const bank = one.extend({ survey: word, of: respondentSchema.catch('mentee').default('mentee'), about: word, saved })
const step = { seen: number, do: z.string().max(500) }
const named = one.extend({ survey: z.string().max(100), as: respondentSchema.optional().catch(undefined) })
const tried = named.extend({ role: respondentSchema.optional().catch(undefined) })
const SEE = 'design.seeDraft'
const SAVE = 'design.saveDraft'
const AT = '/desk/design/drafts/:id'

/** The instruments of a draft: listed, added to from the bank, seen as those who are asked see them, and tried. */
export const draftSurveyRoutes: readonly Route[] = [
  route({ method: 'GET', path: `${AT}/surveys`, action: SEE, given: listed, answer: surveys, again: notThere }),
  route({
    method: 'POST',
    path: `${AT}/surveys`,
    action: SAVE,
    given: one.extend(step),
    answer: changeSurveys,
    again: notThere,
  }),
  route({ method: 'GET', path: `${AT}/bank`, action: SEE, given: bank, answer: seeBank, again: notThere }),
  route({
    method: 'POST',
    path: `${AT}/bank`,
    action: SAVE,
    given: bank.extend(step),
    answer: addFromBank,
    again: notThere,
  }),
  route({ method: 'GET', path: `${AT}/surveys/:survey`, action: SEE, given: named, answer: preview, again: notThere }),
  route({
    method: 'GET',
    path: `${AT}/surveys/:survey/shown`,
    action: SEE,
    given: named,
    answer: shown,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: `${AT}/surveys/:survey/try`,
    action: SEE,
    given: named,
    answer: tryIt,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: `${AT}/surveys/:survey/try`,
    action: SEE,
    given: tried,
    answer: tryOut,
    again: notThere,
  }),
]

async function surveys({ ctx, given, page }: Visit<z.infer<typeof listed>>) {
  const it = await seeDraftSurveys(ctx, { draft: given.id })
  return page('Surveys', <SurveysPage it={it} saved={given.saved} error={null} />)
}

async function changeSurveys(visit: Visit<{ id: string; seen: number; do: string }>) {
  const { ctx, given, fields, page, goTo } = visit
  const at = `/desk/design/drafts/${given.id}/surveys`
  try {
    const { number: now } = await saveDraft(ctx, { ...asStep(given, fields), text: undefined })
    return goTo(`${at}?saved=${now}`)
  } catch (fault) {
    if (!(fault instanceof Refused || fault instanceof Invalid)) throw fault
    const it = await seeDraftSurveys(ctx, { draft: given.id })
    return page('Error: not saved', <SurveysPage it={it} saved={null} error={fault.message} />, 409)
  }
}

async function seeBank({ ctx, given, page }: Visit<z.infer<typeof bank>>) {
  const it = await seeDraftSurveys(ctx, { draft: given.id })
  return page('Question bank', <BankPage it={it} asked={given} saved={given.saved} error={null} />)
}

async function addFromBank(visit: Visit<z.infer<typeof bank> & { seen: number; do: string }>) {
  const { ctx, given, fields, page, goTo } = visit
  const asked: BankAsked = { survey: given.survey, of: given.of, about: given.about }
  try {
    const { number: now } = await saveDraft(ctx, { ...asStep(given, fields), text: undefined })
    return goTo(`/desk/design/drafts/${given.id}/bank?${new URLSearchParams({ ...asked, saved: String(now) })}`)
  } catch (fault) {
    if (!(fault instanceof Refused || fault instanceof Invalid)) throw fault
    const it = await seeDraftSurveys(ctx, { draft: given.id })
    return page('Error: not saved', <BankPage it={it} asked={asked} saved={null} error={fault.message} />, 409)
  }
}

function asStep(given: { id: string; seen: number; do: string }, fields: Visit['fields']) {
  return { draft: given.id, seen: given.seen, entered: fields, step: given.do }
}

async function trialOf({ ctx, given }: Visit<z.infer<typeof tried>>) {
  const { draft, season, key, survey } = await seeDraftSurvey(ctx, { draft: given.id, survey: given.survey })
  const role = given.as ?? given.role ?? respondentsOf(survey)[0]
  const form = role && planTrial(season, key, survey, role)
  if (!form) throw new NotFound('The survey asks them nothing.')
  return { draft, form }
}

async function preview(visit: Visit<z.infer<typeof named>>) {
  const { draft, form } = await trialOf(visit)
  return visit.page(form.survey.name, <SurveyPreviewPage draft={draft} form={form} />)
}

/** The page inside the frame of a preview: nothing in it can be pressed. */
async function shown(visit: Visit<z.infer<typeof named>>) {
  const { form } = await trialOf(visit)
  const contact = visit.house.organisation.privacyContact
  const content = <SurveyPage form={form} contact={contact} done={null} isChanging={false} again={null} />
  return visit.lastPage(form.survey.name, <div inert>{content}</div>)
}

async function tryIt(visit: Visit<z.infer<typeof named>>) {
  const { draft, form } = await trialOf(visit)
  const contact = visit.house.organisation.privacyContact
  return visit.page('Try it', <SurveyTryPage draft={draft} form={form} contact={contact} again={null} sent={null} />)
}

/** Asks of what was entered what sending would ask, and keeps nothing of it. */
async function tryOut(visit: Visit<z.infer<typeof tried>>) {
  const { draft, form } = await trialOf(visit)
  const contact = visit.house.organisation.privacyContact
  const entered = readEntered(form.questions, enteredIn(visit.fields))
  const decided = decideSending(form.questions, entered)
  if (decided.ok)
    return visit.page(
      'It would be sent',
      <SurveyTryPage draft={draft} form={form} contact={contact} again={null} sent={entered} />,
    )
  const again = { entered, faults: answerProblems(form.questions, decided.facts.faults).fields }
  return visit.page(
    'Error: it could not be sent',
    <SurveyTryPage draft={draft} form={form} contact={contact} again={again} sent={null} />,
    422,
  )
}
