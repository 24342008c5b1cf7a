import type { Permissions } from './permission.ts'

const COORDINATOR = { hats: ['coordinator'] } as const
const PROGRAM = { hats: [], program: true } as const

export const office: Permissions = {
  'office.setUp': { hats: [], operatorOnly: true },
  'office.makeToken': { hats: ['owner', 'coordinator'] },
}
export const people: Permissions = { 'people.importPeople': COORDINATOR }
export const design: Permissions = {
  'design.loadProgram': COORDINATOR,
  'design.checkProgram': { hats: [], anyone: true },
  'design.showProgram': COORDINATOR,
  'design.seeSeasons': { hats: [], anyone: true },
}
export const apply: Permissions = { 'apply.importApplications': COORDINATOR }
export const review: Permissions = {
  'review.clearApplications': { hats: ['people-team'] },
  'review.importReviews': COORDINATOR,
  'review.decideApplications': COORDINATOR,
}
export const match: Permissions = {
  'match.proposeMatch': COORDINATOR,
  'match.showMatch': COORDINATOR,
  'match.publishMatch': COORDINATOR,
}
export const announce: Permissions = {
  'announce.readDrafts': COORDINATOR,
  'announce.releaseDecisions': COORDINATOR,
  'announce.sendMessage': PROGRAM,
  'announce.fileMessage': PROGRAM,
}
export const learn: Permissions = { 'learn.importTraining': COORDINATOR }
export const gather: Permissions = { 'gather.importAttendance': COORDINATOR }
export const meet: Permissions = {
  'meet.importMeetings': COORDINATOR,
  'meet.logMeeting': COORDINATOR,
  'meet.endPair': COORDINATOR,
  'meet.pausePair': COORDINATOR,
  'meet.excusePair': COORDINATOR,
}
export const survey: Permissions = { 'survey.importAnswers': COORDINATOR }
export const results: Permissions = {
  'results.showResults': { hats: ['coordinator', 'owner'], link: true },
  'results.makeLink': COORDINATOR,
  'results.seeParticipation': { hats: [], anyone: true },
}

/** Every action of the product and who may do it, in the order people live them. */
export const PERMISSIONS: Permissions = {
  ...office,
  ...people,
  ...design,
  ...apply,
  ...review,
  ...match,
  ...announce,
  ...learn,
  ...gather,
  ...meet,
  ...survey,
  ...results,
}
