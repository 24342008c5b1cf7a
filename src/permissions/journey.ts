import type { Permissions } from './permission.ts'
import { AT_WORK, CONFIDED, COORDINATOR, OF_OTHERS, OF_THE_PAIR, OWN, PROGRAM } from './who.ts'

export const design: Permissions = {
  'design.loadProgram': { does: 'Load a program file as a season', ...COORDINATOR },
  'design.checkProgram': { does: 'Check a program file and change nothing', hats: [], anyone: true },
  'design.showProgram': { does: 'See the rules of a season', ...COORDINATOR },
  'design.compareProgram': { does: 'See what a program file would change in its season', ...COORDINATOR },
  'design.seeDrafts': { does: 'See the drafts of programs, and what one can begin with', ...COORDINATOR },
  'design.seeDraft': { does: 'See a draft, what is wrong with it and what it would change', ...COORDINATOR },
  'design.startDraft': { does: 'Begin a draft of a program, or of a change to a season', ...COORDINATOR },
  'design.saveDraft': { does: 'Change a draft, or bring an earlier save of it back', ...COORDINATOR },
  'design.putDraftAside': { does: 'Put a draft aside, or take it up again', ...COORDINATOR },
  'design.publishDraft': { does: 'Put a draft in force', ...COORDINATOR },
  'design.seeVersions': { does: 'See who put which version of a season in force, and why', ...COORDINATOR },
  'design.seeSeasons': { does: 'See which seasons there are', hats: [], anyone: true },
}

/** Outside seasons too: mentors who show themselves, and what they are asked. */
export const offer: Permissions = {
  'offer.seeMentors': { does: 'See the mentors who show themselves', ...CONFIDED },
  'offer.saveOffer': { does: 'Show oneself as a mentor, or change what one shows', ...CONFIDED },
  'offer.closeOffer': { does: 'Take oneself out of the directory of mentors, or back into it', ...CONFIDED },
  'offer.askMentor': { does: 'Ask a mentor of the directory', ...CONFIDED },
  'offer.seeRequests': { does: 'See the requests one has made and was made', ...CONFIDED },
  'offer.answerRequest': { does: 'Answer a request, or what was asked back', ...CONFIDED },
  'offer.answerByLink': {
    does: 'Answer the one request that a letter told of',
    hats: [],
    anyone: true,
    inPerson: true,
    discreet: true,
  },
  'offer.withdrawRequest': { does: 'Withdraw a request of one’s own', ...CONFIDED },
  'offer.endConversation': { does: 'Say that an accepted request has come to its end', ...CONFIDED },
  'offer.keepApart': { does: 'Choose whom one does not want to meet in the directory of mentors', ...CONFIDED },
  'offer.moveOn': { does: 'Move a request on that nobody answered', ...PROGRAM, discreet: true },
}

export const apply: Permissions = {
  'apply.importApplications': { does: 'Take a spreadsheet of applications', ...COORDINATOR },
  'apply.seeApplication': { does: 'See one’s own form, draft and application, and what comes next', ...CONFIDED },
  'apply.keepDraft': { does: 'Keep an application that is not sent yet', ...CONFIDED },
  'apply.sendApplication': { does: 'Apply as mentor or mentee, or change one’s application', ...CONFIDED },
  'apply.withdrawApplication': { does: 'Take back one’s own application', ...CONFIDED },
  'apply.askForNextCall': { does: 'Ask to hear when the next call opens, or no more', ...CONFIDED },
  'apply.askManager': { does: 'Have one’s manager asked whether they know of an application', ...CONFIDED },
  'apply.answerManager': {
    does: 'Confirm what a letter asked a manager to confirm',
    hats: [],
    anyone: true,
    inPerson: true,
    discreet: true,
  },
  'apply.tellInterested': { does: 'Write once to those who asked when a call opens', ...PROGRAM, discreet: true },
}

export const match: Permissions = {
  'match.proposeMatch': { does: 'Run the match and keep the run', ...COORDINATOR },
  'match.followRun': { does: 'See how far a run is while it is made, in numbers', ...COORDINATOR },
  'match.showMatch': {
    does: 'See the latest run with its reasons',
    ...COORDINATOR,
    looksAt: 'S3',
    toldLater: true,
  },
  'match.publishMatch': { does: 'Fix a run and start its pairs', ...COORDINATOR },
  'match.checkReadiness': { does: 'See before a run who could be paired with nobody', ...COORDINATOR, looksAt: 'S3' },
  'match.listRuns': { does: 'See which runs there are, as counts', ...COORDINATOR },
  'match.compareRuns': { does: 'See what changed from one run to another', ...COORDINATOR, looksAt: 'S3' },
  'match.seePlace': { does: 'See one mentee’s place in a run, and what else was possible', ...OF_OTHERS },
  'match.seeRules': { does: 'See which pairs are pinned and forbidden', ...COORDINATOR, looksAt: 'S3' },
  'match.priceRule': { does: 'See what it costs to pin a pair, forbid it, or swap two', ...OF_OTHERS },
  'match.setRule': { does: 'Pin a pair, forbid it, or swap two', ...OF_OTHERS },
  'match.liftRule': { does: 'Undo a pin, a forbidden pair or a swap', ...OF_OTHERS },
  'match.makeShortlists': { does: 'Make the shortlists that mentees choose from', ...COORDINATOR },
  'match.seeShortlists': {
    does: 'See who stands on whose shortlist, and who has chosen',
    ...COORDINATOR,
    looksAt: 'S3',
    toldLater: true,
  },
  'match.sendShortlists': { does: 'Send the shortlists to the mentees', ...COORDINATOR },
  'match.seeOwnShortlist': { does: 'See one’s own shortlist and whom one chose', ...CONFIDED },
  'match.chooseMentors': { does: 'Choose from one’s own shortlist', ...CONFIDED },
  'match.writeToChoosers': {
    does: 'Write to mentees who may choose: once to remind, and when a list changed',
    ...PROGRAM,
  },
  'match.addComment': { does: 'Say something of a proposed pair to the other coordinators', ...OF_OTHERS },
  'match.removeComment': { does: 'Take a comment of one’s own away', ...COORDINATOR },
}

export const announce: Permissions = {
  'announce.readDrafts': { does: 'Read every letter before it leaves', ...COORDINATOR, looksAt: 'S3' },
  'announce.releaseDecisions': { does: 'Tell everyone on one day', ...COORDINATOR },
  'announce.editText': {
    does: 'Change the words of letters before they leave',
    ...COORDINATOR,
    inPerson: true,
    signedIn: true,
  },
  'announce.sendTest': {
    does: 'Send a letter that waits to oneself, as a test',
    ...COORDINATOR,
    inPerson: true,
    signedIn: true,
  },
  'announce.planRelease': { does: 'Say at which moment everyone is told', ...COORDINATOR },
  'announce.withdrawRelease': { does: 'Take that moment back before it comes', ...COORDINATOR },
  'announce.releasePlanned': { does: 'Tell everyone at the moment that was set', ...PROGRAM },
  'announce.seeProgress': {
    does: 'See how far the letters are and which did not arrive',
    ...COORDINATOR,
    looksAt: 'S3',
  },
  'announce.sendAgain': { does: 'Send letters once more that did not arrive', ...COORDINATOR },
  'announce.sendMessage': { does: 'Hand a released letter to the mail server', ...PROGRAM },
  'announce.fileMessage': { does: 'Put a letter nobody sends into the folder', ...PROGRAM },
}

export const learn: Permissions = {
  'learn.importTraining': { does: 'Take a spreadsheet of completed training', ...COORDINATOR },
  'learn.seeTraining': { does: 'See the training of one’s season and what one has completed', ...OWN },
  'learn.giveEvidence': { does: 'Record a course as completed, by a link, a file or one’s own word', ...OWN },
  'learn.takeBackEvidence': { does: 'Take back what one recorded of a course oneself', ...OWN },
  'learn.openEvidence': {
    does: 'Open a file that was given as evidence of a course',
    hats: ['coordinator'],
    own: true,
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
  },
}

export const meet: Permissions = {
  'meet.importMeetings': { does: 'Take a spreadsheet of meetings', ...COORDINATOR },
  'meet.logMeeting': { does: 'Write down a meeting of a pair', ...COORDINATOR, notOwn: true },
  'meet.endPair': { does: 'End a pair without blame', ...COORDINATOR, notOwn: true },
  'meet.pausePair': { does: 'Pause a pair', ...COORDINATOR, notOwn: true },
  'meet.excusePair': { does: 'Excuse a window of a pair', ...COORDINATOR, notOwn: true },
  'meet.seekAgain': {
    does: 'Let one of an ended pair find another partner, or take that back',
    ...COORDINATOR,
    notOwn: true,
  },
  'meet.suggestExtension': {
    does: 'Ask both of a pair by letter whether they would go on after the season',
    ...COORDINATOR,
    notOwn: true,
  },
  'meet.seeMeetings': { does: 'See the meetings of one’s own pair', ...OF_THE_PAIR },
  'meet.answerMeeting': { does: 'Say whether one’s own pair met, and on which day', ...OF_THE_PAIR },
  'meet.answerByLink': { does: 'Answer the one question that a letter asked', hats: [], anyone: true, inPerson: true },
  'meet.askWhetherMet': { does: 'Remind a pair to plan, and ask its two whether they met', ...PROGRAM },
  'meet.askStillGoing': { does: 'Ask the two of a pair once a month whether they are still going', ...PROGRAM },
  'meet.turnReminders': { does: 'Turn one’s own reminders off or on', ...OF_THE_PAIR },
  'meet.planMeeting': { does: 'Propose, accept, move and withdraw meetings of one’s own pair', ...OF_THE_PAIR },
  'meet.withdrawPlanned': { does: 'Withdraw what a pair has planned once it ends or pauses', ...PROGRAM },
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
  'meet.seePair': { does: 'See the page of one’s own pair', ...CONFIDED },
  'meet.readWorkbook': { does: 'Read what one’s own pair has written together', ...CONFIDED },
  'meet.writeAgreement': { does: 'Write down how one’s own pair works together', ...CONFIDED },
  'meet.writeGoal': { does: 'Write down what one’s own pair wants to reach', ...CONFIDED },
  'meet.saveProgress': { does: 'Say how far the goal of one’s own pair is reached', ...CONFIDED },
  'meet.writePage': { does: 'Write on a page of the workbook of one’s own pair', ...CONFIDED },
  'meet.seeEnding': { does: 'See what ending one’s own pair would do', ...CONFIDED },
  'meet.pauseOwnPair': { does: 'Pause one’s own pair', ...CONFIDED },
  'meet.resumeOwnPair': { does: 'End the pause of one’s own pair', ...CONFIDED },
  'meet.endOwnPair': { does: 'End one’s own pair without blame', ...CONFIDED },
  'meet.askForHelp': { does: 'Ask the coordinators for help with one’s own pair', ...CONFIDED },
  'meet.askForAnotherMatch': { does: 'Ask for another match', ...CONFIDED },
  'meet.proposeExtension': { does: 'Propose to go on after the season', ...CONFIDED },
  'meet.agreeExtension': { does: 'Agree to go on after the season', ...CONFIDED },
  'meet.tellDeputy': { does: 'Tell the deputy that a report was not opened in time', ...PROGRAM, discreet: true },
}

export const survey: Permissions = {
  'survey.importAnswers': {
    does: 'Take the answers of a survey held elsewhere, apart from who answered',
    ...COORDINATOR,
  },
  'survey.readSurvey': { does: 'Open a survey one is invited to, with what one entered so far', ...CONFIDED },
  'survey.keepDraft': { does: 'Keep what one has entered in a survey so far', ...CONFIDED },
  'survey.sendAnswers': { does: 'Send one’s answers to a survey, which nobody finds by name afterwards', ...CONFIDED },
  'survey.takeBack': { does: 'Take one’s answers back before the survey closes', ...CONFIDED },
  'survey.chooseSupervisor': {
    does: 'Agree that a survey asks one’s supervisor about the program, or take it back before it opens',
    ...CONFIDED,
  },
  'survey.closeSurveys': {
    does: 'At the close, open what was sent once, mix it, lay it down without a person, and destroy the key',
    ...PROGRAM,
  },
  'survey.readWords': {
    does: 'Read what people wrote to a survey that has closed, where ten or more did and the program says so',
    hats: ['coordinator', 'named-contact'],
    inPerson: true,
    signedIn: true,
  },
  'survey.paraphrase': {
    does: 'Say again in other words what people wrote to a survey, and publish that in its place',
    hats: ['coordinator', 'named-contact'],
    inPerson: true,
    signedIn: true,
  },
  'survey.seeParaphrases': {
    does: 'See how far what people wrote is paraphrased, and the quotes that are offered, but not what they wrote',
    ...COORDINATOR,
  },
  'survey.publishQuote': {
    does: 'Put a quote that its author offers on the results page, or take it down',
    ...AT_WORK,
  },
  'survey.readQuote': { does: 'See what one says of the program for others to read', ...OWN },
  'survey.saveQuote': {
    does: 'Offer words of one’s own for the results page, signed as one likes, or change them',
    ...OWN,
  },
  'survey.withdrawQuote': { does: 'Withdraw one’s quote', ...OWN },
  'survey.remind': { does: 'Write to those who are invited to a survey and have not answered', ...PROGRAM },
}

export const results: Permissions = {
  'results.showResults': { does: 'See every figure of a season', hats: ['coordinator', 'owner'], link: true },
  'results.compareSeasons': {
    does: 'See the figures of several seasons side by side, of each that opens to oneself',
    hats: ['coordinator', 'owner'],
  },
  'results.showToColleagues': {
    does: 'See every figure of a season whose results are for the whole organisation',
    hats: [],
    own: true,
  },
  'results.showToAnybody': {
    does: 'See every figure of a season whose results are public',
    hats: [],
    anyone: true,
  },
  'results.attackResults': {
    does: 'Try to make somebody’s answer certain from every figure that is shown',
    hats: ['coordinator', 'owner', 'auditor'],
  },
  'results.freezeResults': { does: 'Keep the results of a season as they stand on a day', ...COORDINATOR },
  'results.recordDecision': { does: 'Record what becomes of the program after a season, and why', ...COORDINATOR },
  'results.seeSummary': { does: 'See one’s words on a survey with every version of them', ...COORDINATOR },
  'results.writeSummary': { does: 'Sum a survey up in one’s own words', ...COORDINATOR },
  'results.makeLink': { does: 'Make a link that opens the results', ...COORDINATOR },
  'results.seeParticipation': { does: 'See how many people and pairs take part', hats: [], anyone: true },
}
