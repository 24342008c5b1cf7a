import type { Permissions } from './permission.ts'
import { CONFIDED, COORDINATOR, OWN } from './who.ts'

/** Events: setting them, signing up, coming, asking. */
export const gather: Permissions = {
  'gather.importAttendance': { does: 'Take a spreadsheet of attendance', ...COORDINATOR },
  'gather.seeEvent': { does: 'See an event of one’s season, and what one signed up for', ...OWN },
  'gather.signUp': { does: 'Sign up for a session of an event, or change to another', ...OWN },
  'gather.withdrawSignUp': { does: 'Withdraw from an event', ...OWN },
  'gather.sayInterest': {
    does: 'Say that one would come to an optional event without a day yet, or take it back',
    ...OWN,
  },
  'gather.checkIn': { does: 'Check in with the code shown at an event', ...OWN },
  'gather.seeSignUps': {
    does: 'See the codes of an event and who signed up for it',
    ...COORDINATOR,
    looksAt: 'S3',
  },
  'gather.seeBoard': {
    does: 'Read the questions of one’s season, which carry no name',
    hats: ['coordinator'],
    own: true,
    inPerson: true,
    signedIn: true,
  },
  'gather.askQuestion': { does: 'Ask a question that nobody can look up by name', ...CONFIDED },
  'gather.voteQuestion': { does: 'Vote for a question, or take the vote back', ...CONFIDED },
  'gather.withdrawQuestion': { does: 'Withdraw a question of one’s own', ...CONFIDED },
  'gather.answerQuestion': { does: 'Mark a question as answered', ...COORDINATOR, inPerson: true, signedIn: true },
  'gather.hideQuestion': {
    does: 'Take a question off the board, or put it back',
    ...COORDINATOR,
    inPerson: true,
    signedIn: true,
  },
  'gather.seeEvents': {
    does: 'See the events of a season as they are set, with counts of what was done around them',
    ...COORDINATOR,
  },
  'gather.saveEvent': {
    does: 'Add an event to a season, change it, or put it back as it was',
    ...COORDINATOR,
  },
  'gather.removeEvent': {
    does: 'Take an event out of a season before anything has happened around it',
    ...COORDINATOR,
  },
  'gather.callOffEvent': { does: 'Call an event off, and tell those who wait for it', ...COORDINATOR },
  'gather.holdAfterAll': {
    does: 'Let an event take place that was called off, and tell those who wait',
    ...COORDINATOR,
  },
  'gather.markAttendance': {
    does: 'Tick who came to a session, or take it back',
    ...COORDINATOR,
    looksAt: 'S3',
  },
  'gather.planTimes': {
    does: 'Have times proposed for the sessions of an event, and see who has none inside their hours',
    ...COORDINATOR,
    looksAt: 'S3',
  },
  'gather.drawGroups': {
    does: 'Draw small groups for a session, again when people are missing, or put the groups of before back',
    ...COORDINATOR,
    inPerson: true,
    signedIn: true,
  },
  'gather.makeCodes': {
    does: 'Make the codes by which people check in',
    ...COORDINATOR,
    inPerson: true,
    signedIn: true,
  },
}
