import type { Permissions } from './permission.ts'
import { AT_WORK, COORDINATOR, OF_OTHERS, PROGRAM } from './who.ts'

export const review: Permissions = {
  'review.clearApplications': { does: 'Say who is cleared, one bit each, by name', hats: ['people-team'] },
  'review.setClearance': {
    does: 'Say of one person that they are cleared or not, or take it back',
    hats: ['people-team'],
    notOwn: true,
    inPerson: true,
    signedIn: true,
    discreet: true,
  },
  'review.importReviews': { does: 'Take a spreadsheet of reviews', ...COORDINATOR },
  'review.decideApplications': { does: 'Admit to the pool or decline, by the program’s rules', ...COORDINATOR },
  'review.seeFunnel': {
    does: 'See how many applications came how far, as counts',
    ...AT_WORK,
  },
  'review.seeApplications': {
    does: 'List the applications that are cleared and eligible',
    ...AT_WORK,
    looksAtSeason: true,
  },
  'review.seeWaitingList': {
    does: 'See who waits for a place, in order',
    ...AT_WORK,
    looksAtSeason: true,
  },
  'review.findApplication': {
    does: 'Look up one cleared application by its person’s address',
    ...AT_WORK,
  },
  'review.seeApplication': {
    does: 'Read one cleared application and how each rule was met',
    ...COORDINATOR,
    notOwn: true,
    inPerson: true,
    signedIn: true,
    looksAt: 'S4',
    toldLater: true,
  },
  'review.decideByHand': { does: 'Admit, hold back or decline by a person’s word', ...OF_OTHERS },
  'review.undoByHand': { does: 'Undo what a person decided, before anybody hears', ...OF_OTHERS },
  'review.seeReviewing': {
    does: 'See who reviews how much, as counts',
    ...AT_WORK,
  },
  'review.assignReviewers': { does: 'Give reviews out to the reviewers of a season, evenly', ...COORDINATOR },
  'review.takeBackReviews': { does: 'Take back reviews that were given out and not sent', ...COORDINATOR },
  'review.remindReviewers': {
    does: 'Write once to reviewers whose reviews are open shortly before they are due',
    ...PROGRAM,
  },
  'review.keepNote': {
    does: 'Write a note beside an application, or take away one’s own',
    ...COORDINATOR,
    notOwn: true,
    inPerson: true,
    signedIn: true,
  },
  'review.seeOwnReviews': {
    does: 'See which applications one was given to review',
    hats: ['reviewer'],
    inPerson: true,
    signedIn: true,
  },
  'review.readAssigned': {
    does: 'Read an application that one was given to review',
    hats: ['reviewer'],
    notOwn: true,
    inPerson: true,
    signedIn: true,
    looksAt: 'S3',
    toldLater: true,
  },
  'review.sendReview': {
    does: 'Send one’s review of an application one was given',
    hats: ['reviewer'],
    notOwn: true,
    inPerson: true,
    signedIn: true,
  },
  'review.excuseOneself': {
    does: 'Say that one stands too near to an application to review it',
    hats: ['reviewer'],
    notOwn: true,
    inPerson: true,
    signedIn: true,
  },
  'review.keepFilter': {
    does: 'Keep a filter of a season’s applications for oneself, or forget it',
    ...AT_WORK,
  },
}
