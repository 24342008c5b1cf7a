import { intakeOf, SENT } from '../../src/journey/survey/actions/find-survey.ts'
import { asOneLength } from '../../src/journey/survey/actions/one-length.ts'
import type { Entered } from '../../src/journey/survey/shapes.ts'
import type { Respondent } from '../../src/model/respondent.ts'
import type { Question } from '../../src/model/surveys.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { newUntimedId } from '../../src/runtime/new-id.ts'
import { addAnswered } from '../../src/store/answers.ts'
import { saveSentAnswers } from '../../src/store/sent-answers.ts'

type Sent = { readonly seasonId: string; readonly survey: string; readonly role: Respondent; readonly personId: string }

/** Lays somebody's answers down sealed, as they do by sending them. */
export async function sealAnswers(
  { db, keyring }: Pick<Installation, 'db' | 'keyring'>,
  organisationId: string,
  questions: readonly Question[],
  own: Sent,
  entered: Entered,
): Promise<void> {
  const id = newUntimedId()
  const intake = intakeOf({ organisationId }, own)
  const sealed = await keyring.seal(intake, SENT(id), asOneLength(questions, entered))
  await addAnswered(db, organisationId, own.seasonId, own.survey, own.role, [own.personId])
  await saveSentAnswers(db, organisationId, { ...own, id, intakeId: intake.id, sealed })
}
