import type { Permissions } from './permission.ts'

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
  'desk.seeUntrained': {
    does: 'See who in a running pair has not completed a training',
    hats: ['coordinator'],
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
  },
}
