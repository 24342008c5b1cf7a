/**
 * What rests once its season is closed: whatever would change what was applied for, decided, matched, announced, learned, attended or
 * met. What stays: looking; the answers of surveys that come later; results, their editions and the decision; the season’s file, whose
 * own locks keep what has happened; certificates; and what is a pair’s own, for as long as it is kept, since pairs may go on.
 */
const RESTING: ReadonlySet<string> = new Set([
  ...['apply.importApplications', 'apply.keepDraft', 'apply.sendApplication', 'apply.askManager'],
  ...['review.clearApplications', 'review.setClearance', 'review.importReviews', 'review.decideApplications'],
  ...[
    'review.decideByHand',
    'review.undoByHand',
    'review.assignReviewers',
    'review.takeBackReviews',
    'review.sendReview',
  ],
  ...['match.proposeMatch', 'match.publishMatch', 'match.setRule', 'match.liftRule', 'match.makeShortlists'],
  ...['match.sendShortlists', 'match.chooseMentors', 'match.addComment'],
  ...['announce.releaseDecisions', 'announce.editText', 'announce.planRelease'],
  ...['learn.importTraining', 'learn.giveEvidence', 'learn.takeBackEvidence'],
  ...['gather.importAttendance', 'gather.signUp', 'gather.withdrawSignUp', 'gather.sayInterest', 'gather.askQuestion'],
  ...['gather.voteQuestion', 'gather.answerQuestion', 'gather.saveEvent', 'gather.removeEvent', 'gather.callOffEvent'],
  ...['gather.holdAfterAll', 'gather.markAttendance', 'gather.planTimes', 'gather.drawGroups', 'gather.makeCodes'],
  ...['meet.importMeetings', 'meet.logMeeting', 'meet.endPair', 'meet.pausePair', 'meet.excusePair', 'meet.seekAgain'],
  ...['meet.suggestExtension', 'office.undoImport'],
])

/** Whether an action does nothing any more in a season that is closed. */
export function restsWhenClosed(action: string): boolean {
  return RESTING.has(action)
}

/** Every one of them, to be compared with the permissions. */
export const RESTING_ACTIONS: readonly string[] = [...RESTING]
