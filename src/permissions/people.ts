import type { Permissions } from './permission.ts'

const OWN = { hats: [], own: true, inPerson: true } as const
const DIRECTORY = { hats: [], directoryService: true } as const
const DOOR = { hats: [], anyone: true, inPerson: true } as const

export const people: Permissions = {
  'people.importPeople': { does: 'Take a spreadsheet of the directory', hats: ['coordinator', 'owner'] },
  'people.previewPeople': {
    does: 'See what a spreadsheet of the directory would change',
    hats: ['coordinator', 'owner'],
  },
  'people.seeDirectory': { does: 'See the directory', hats: ['coordinator', 'owner', 'people-team'] },
  'people.readPeople': { does: 'Read people by the directory service', ...DIRECTORY },
  'people.savePerson': { does: 'Add or change a person by the directory service', ...DIRECTORY },
  'people.leave': {
    does: 'Mark a person as having left, which ends every way in',
    hats: ['owner'],
    directoryService: true,
  },
  'people.returnPerson': { does: 'Take back that a person has left', hats: ['owner'] },
  'people.finishLeaving': {
    does: 'End what is still open of people whose last day has passed, and tell the coordinators of pairs left alone',
    hats: [],
    program: true,
  },
  'people.seePairsLeftAlone': { does: 'See running pairs of one’s season with one side gone', hats: ['coordinator'] },
  'people.importHolidays': { does: 'Take a spreadsheet of holidays', hats: ['coordinator', 'owner'] },
  'people.askForLink': { does: 'Ask for a sign-in link by e-mail', ...DOOR },
  'people.makeLink': {
    does: 'Print a sign-in link for a person, where no letter can reach them',
    hats: [],
    operatorOnly: true,
    inPerson: true,
  },
  'people.signIn': { does: 'Sign in: by link, passkey or identity provider', ...DOOR },
  'people.signOut': { does: 'Sign out', ...OWN },
  'people.seeSignIns': { does: 'See one’s own sign-ins', ...OWN },
  'people.endSignIn': { does: 'End one of one’s own sign-ins', ...OWN },
  'people.addSecondStep': { does: 'Set up a passkey or one-time codes', ...OWN },
  'people.removeSecondStep': { does: 'Remove a passkey or one-time codes', ...OWN },
  'people.removeLostSecondStep': {
    does: 'Remove every second step of a person who has lost theirs, who is told',
    hats: [],
    operatorOnly: true,
    inPerson: true,
  },
  'people.takeSecondStep': { does: 'Take the second step in this sign-in', ...OWN },
  'people.seeMyData': { does: 'See what is held about oneself', ...OWN, signedIn: true },
  'people.exportMyData': { does: 'Take away everything about oneself', ...OWN, signedIn: true },
  'people.seeMyLetters': { does: 'Read the letters that were written to oneself', ...OWN, signedIn: true },
  'people.chooseLetters': { does: 'Choose which letters come by e-mail, and on which days', ...OWN, signedIn: true },
  'people.turnOffByLink': { does: 'Turn off the e-mails of one kind by the link in one of them', ...DOOR },
  'people.seeWhoLooked': { does: 'See who looked at one’s own data, by hat and day', ...OWN, signedIn: true },
  'people.askToLookAgain': { does: 'Ask that a person looks again at a decision', ...OWN },
  'people.seeLookAgain': { does: 'See who asked that a person looks again', hats: ['coordinator'], looksAt: 'S3' },
  'people.answerLookAgain': {
    does: 'Answer somebody who asked that a person looks again',
    hats: ['coordinator'],
    notOwn: true,
    looksAt: 'S3',
  },
  'people.seeErasing': {
    does: 'See what an erasure would do, before it is asked for',
    hats: ['owner'],
    own: true,
    inPerson: true,
  },
  'people.erasePerson': { does: 'Erase a person, with a certificate', hats: ['owner'], own: true, inPerson: true },
}
