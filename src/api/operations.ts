import { PERMISSIONS } from '../permissions/all.ts'
import type { Operation } from './operation.ts'
import { announce } from './operations/announce.ts'
import { apply } from './operations/apply.ts'
import { design } from './operations/design.ts'
import { desk } from './operations/desk.ts'
import { directoryTokens } from './operations/directory-tokens.ts'
import { drafts } from './operations/drafts.ts'
import { gather } from './operations/gather.ts'
import { learn } from './operations/learn.ts'
import { mail } from './operations/mail.ts'
import { match } from './operations/match.ts'
import { meet } from './operations/meet.ts'
import { office } from './operations/office.ts'
import { people } from './operations/people.ts'
import { results } from './operations/results.ts'
import { review } from './operations/review.ts'
import { shortlists } from './operations/shortlists.ts'
import { survey } from './operations/survey.ts'
import { upkeep } from './operations/upkeep.ts'

/** Every action that has a command and an API operation, in the order a season lives them. */
export const OPERATIONS: readonly Operation[] = [
  ...office,
  ...directoryTokens,
  ...mail,
  ...people,
  ...upkeep,
  ...design,
  ...drafts,
  ...apply,
  ...review,
  ...shortlists,
  ...match,
  ...announce,
  ...learn,
  ...gather,
  ...desk,
  ...meet,
  ...survey,
  ...results,
]

/** What the API answers: all but what needs a person, in a browser or at the machine. */
export const API_OPERATIONS: readonly Operation[] = OPERATIONS.filter((it) => !PERMISSIONS[it.action]?.inPerson)
