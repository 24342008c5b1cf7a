import type { Permissions } from './permission.ts'

const COORDINATOR = { hats: ['coordinator'] } as const
const PROGRAM = { hats: [], program: true } as const
/** For the person alone, in a sign-in of their own; even that it was done stays with them. */
const CONFIDED = { hats: [], own: true, inPerson: true, signedIn: true, discreet: true } as const

/** For the two of a pair, in person. */
const OF_THE_PAIR = { hats: [], own: true, inPerson: true } as const

export const design: Permissions = {
  'design.loadProgram': { does: 'Load a program file as a season', ...COORDINATOR },
  'design.checkProgram': { does: 'Check a program file and change nothing', hats: [], anyone: true },
  'design.showProgram': { does: 'See the rules of a season', ...COORDINATOR },
  'design.seeSeasons': { does: 'See which seasons there are', hats: [], anyone: true },
}

export const apply: Permissions = {
  'apply.importApplications': { does: 'Take a spreadsheet of applications', ...COORDINATOR },
}

export const review: Permissions = {
  'review.clearApplications': { does: 'Say who is cleared, one bit each, by name', hats: ['people-team'] },
  'review.importReviews': { does: 'Take a spreadsheet of reviews', ...COORDINATOR },
  'review.decideApplications': { does: 'Admit to the pool or decline, by the program’s rules', ...COORDINATOR },
}

export const match: Permissions = {
  'match.proposeMatch': { does: 'Run the match and keep the run', ...COORDINATOR },
  'match.showMatch': { does: 'See the latest run with its reasons', ...COORDINATOR, looksAt: 'S3' },
  'match.publishMatch': { does: 'Fix a run and start its pairs', ...COORDINATOR },
}

export const announce: Permissions = {
  'announce.readDrafts': { does: 'Read every letter before it leaves', ...COORDINATOR, looksAt: 'S3' },
  'announce.releaseDecisions': { does: 'Tell everyone on one day', ...COORDINATOR },
  'announce.sendMessage': { does: 'Hand a released letter to the mail server', ...PROGRAM },
  'announce.fileMessage': { does: 'Put a letter nobody sends into the folder', ...PROGRAM },
}

export const learn: Permissions = {
  'learn.importTraining': { does: 'Take a spreadsheet of completed training', ...COORDINATOR },
}

export const gather: Permissions = {
  'gather.importAttendance': { does: 'Take a spreadsheet of attendance', ...COORDINATOR },
}

export const meet: Permissions = {
  'meet.importMeetings': { does: 'Take a spreadsheet of meetings', ...COORDINATOR },
  'meet.logMeeting': { does: 'Write down a meeting of a pair', ...COORDINATOR, notOwn: true },
  'meet.endPair': { does: 'End a pair without blame', ...COORDINATOR, notOwn: true },
  'meet.pausePair': { does: 'Pause a pair', ...COORDINATOR, notOwn: true },
  'meet.excusePair': { does: 'Excuse a window of a pair', ...COORDINATOR, notOwn: true },
  'meet.seeMeetings': { does: 'See the meetings of one’s own pair', ...OF_THE_PAIR },
  'meet.answerMeeting': { does: 'Say whether one’s own pair met, and on which day', ...OF_THE_PAIR },
  'meet.answerByLink': { does: 'Answer the one question that a letter asked', hats: [], anyone: true, inPerson: true },
  'meet.askWhetherMet': { does: 'Remind a pair to plan, and ask its two whether they met', ...PROGRAM },
  'meet.turnReminders': { does: 'Turn one’s own reminders off or on', ...OF_THE_PAIR },
  'meet.planMeeting': { does: 'Propose, accept, move and withdraw meetings of one’s own pair', ...OF_THE_PAIR },
  'meet.keepFeed': { does: 'Make or revoke the private calendar of one’s own meetings', ...OF_THE_PAIR },
  'meet.readFeed': { does: 'Read a private calendar by its address', hats: [], anyone: true, inPerson: true },
  'meet.seeQuietPairs': { does: 'See which pairs have gone quiet', ...COORDINATOR, looksAt: 'S3' },
  'meet.writeNote': { does: 'Write a private note that nobody else ever opens', ...CONFIDED },
  'meet.readNotes': { does: 'Read one’s own private notes', ...CONFIDED },
  'meet.deleteNote': { does: 'Delete a private note of one’s own', ...CONFIDED },
  'meet.reportPair': {
    does: 'Report to the named contact that this is not working',
    ...CONFIDED,
  },
  'meet.seeReports': { does: 'See one’s own reports of a pair, and who would read one', ...CONFIDED },
  'meet.readReports': {
    does: 'Read what was reported to the named contact',
    hats: ['named-contact'],
    inPerson: true,
    signedIn: true,
    discreet: true,
    looksAt: 'S4',
  },
  'meet.tellDeputy': { does: 'Tell the deputy that a report was not opened in time', ...PROGRAM, discreet: true },
}

export const survey: Permissions = {
  'survey.importAnswers': {
    does: 'Take the answers of a survey held elsewhere, apart from who answered',
    ...COORDINATOR,
  },
}

export const results: Permissions = {
  'results.showResults': { does: 'See every figure of a season', hats: ['coordinator', 'owner'], link: true },
  'results.makeLink': { does: 'Make a link that opens the results', ...COORDINATOR },
  'results.seeParticipation': { does: 'See how many people and pairs take part', hats: [], anyone: true },
}
