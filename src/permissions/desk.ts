import type { Permissions } from './permission.ts'

/** For the person alone, in a sign-in of their own; even that it was done stays with them. */
const CONFIDED = { hats: [], own: true, inPerson: true, signedIn: true, discreet: true } as const

/** What is put together from every stage, for one reader. */
export const desk: Permissions = {
  'desk.seeMyPage': {
    does: 'See what is next for oneself',
    hats: [],
    own: true,
    inPerson: true,
    signedIn: true,
  },
  'desk.seeToday': {
    does: 'See what of a season needs a coordinator',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
  },
  'desk.markLines': {
    does: 'Take lines off the desk, for good or until a day',
    hats: ['coordinator'],
    notOwn: true,
    inPerson: true,
    signedIn: true,
  },
  'desk.putBackLines': {
    does: 'Put lines back on the desk',
    hats: ['coordinator'],
    notOwn: true,
    inPerson: true,
    signedIn: true,
  },
  'desk.writeDigests': {
    does: 'Write each coordinator in the morning how many things need them',
    hats: [],
    program: true,
  },
  'desk.seeGroup': {
    does: 'See who is in a group that is to be written to',
    hats: ['coordinator'],
    looksAt: 'S3',
  },
  'desk.seeApplicants': {
    does: 'See who is in a group of applicants that is to be written to',
    hats: ['coordinator'],
    looksAt: 'S3',
    looksAtSeason: true,
  },
  'desk.testGroupLetter': {
    does: 'Write a letter that is meant for a group to oneself',
    hats: ['coordinator'],
  },
  'desk.writeToGroup': {
    does: 'Write a letter to each in a group',
    hats: ['coordinator'],
  },
  'desk.seeWritten': {
    does: 'See which letters were written to groups, and how many have left',
    hats: ['coordinator'],
  },
  'desk.takeBackLetters': {
    does: 'Take back the copies of a letter to a group that have not left',
    hats: ['coordinator'],
  },
  'desk.seePairs': {
    does: 'See the pairs of a season with their windows, and nothing they wrote',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
    toldLater: true,
  },
  'desk.seePair': {
    does: 'See how one pair stands and what was done for it, and nothing they wrote',
    hats: ['coordinator'],
    notOwn: true,
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
    toldLater: true,
  },
  'desk.seeClearance': {
    does: 'See the names of who applied and what the people team has said of each',
    hats: ['people-team'],
    inPerson: true,
    signedIn: true,
    looksAt: 'S4',
  },
  'desk.seeHandingOver': {
    does: 'See who coordinates a season and what is open in it, before handing it over',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
  },
  'desk.seeHandOver': {
    does: 'See a hand-over of a season by or to oneself',
    hats: [],
    own: true,
    inPerson: true,
    signedIn: true,
  },
  'desk.seeMinutes': { does: 'See one’s own minutes at the desk, which nobody else sees', ...CONFIDED },
  'desk.turnMinutes': { does: 'Switch the counting of one’s own minutes on or off', ...CONFIDED },
  'desk.countMinute': { does: 'Count a minute of one’s own at the desk, where that is on', ...CONFIDED },
  'desk.forgetMinutes': { does: 'Delete one’s own minutes', ...CONFIDED },
  'desk.seeActivity': {
    does: 'See who of a season’s team did what on which day',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
  },
  'desk.seeSelection': {
    does: 'See how many applied to a season and how far selecting is, as counts',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
  },
  'desk.seeHealth': {
    does: 'See how a season stands against its aims, as counts',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
  },
  'desk.seeClosing': {
    does: 'See what of a season is still open before it is closed, and what is kept of it until when, as counts',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
  },
  'desk.seeEarlierSeasons': {
    does: 'See the seasons one coordinates that were closed',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
  },
  'desk.seeCompleted': {
    does: 'See who has completed a season, by meetings and training; never who answered a survey',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
  },
  'desk.seeUntrained': {
    does: 'See who in a running pair has not completed a training',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
  },
}
