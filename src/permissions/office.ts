import type { Permissions } from './permission.ts'

const OWNER = { hats: ['owner'], inPerson: true } as const

export const office: Permissions = {
  'office.setUp': {
    does: 'Found the organisation, once, in an empty database',
    hats: [],
    operatorOnly: true,
    link: true,
  },
  'office.seeBoard': { does: 'Open the board with what is left to set up', hats: ['owner'] },
  'office.changeOrganisation': {
    does: 'Set the name, the privacy contact and who wears which hats together',
    ...OWNER,
  },
  'office.testMail': { does: 'Send a test letter to oneself', ...OWNER },
  'office.takeBounce': { does: 'Take the report of a mail server that a letter did not arrive', hats: ['owner'] },
  'office.downloadKeyBackup': { does: 'Download the backup of the keys, wrapped', ...OWNER },
  'office.seeHats': { does: 'See who wears which hat, and until when', hats: ['owner', 'auditor'] },
  'office.giveHat': { does: 'Give a hat to a person, for good or until a day', ...OWNER },
  'office.takeHat': { does: 'Take a hat off', ...OWNER },
  'office.delegateHat': {
    does: 'Lend a hat of one’s own to somebody until a day',
    hats: ['coordinator', 'people-team', 'named-contact', 'reviewer'],
    inPerson: true,
  },
  'office.handOverSeason': {
    does: 'Hand a season one coordinates over to another coordinator',
    hats: ['coordinator'],
    inPerson: true,
  },
  'office.undoHandOver': {
    does: 'Take a hand-over of one’s own back on its day',
    hats: [],
    own: true,
    inPerson: true,
  },
  'office.takeBackHat': { does: 'Take back a hat one lent', hats: [], own: true, inPerson: true },
  'office.seeOwnHats': { does: 'See one’s own hats, and which of them one lent', hats: [], own: true, inPerson: true },
  'office.seeImports': {
    does: 'See which spreadsheets were imported, of those one may import',
    hats: ['coordinator', 'people-team', 'owner'],
  },
  'office.previewImport': {
    does: 'See what a spreadsheet would change, of those one may import',
    hats: ['coordinator', 'people-team', 'owner'],
    inPerson: true,
  },
  'office.undoImport': {
    does: 'Take back an import, of those one may do, while nothing stands upon it',
    hats: ['coordinator', 'people-team', 'owner'],
  },
  'office.makeToken': {
    does: 'Make a token for the API that acts as oneself',
    hats: ['owner', 'coordinator'],
    inPerson: true,
  },
  'office.seeTokens': { does: 'See one’s own tokens', hats: [], own: true, inPerson: true },
  'office.revokeToken': { does: 'Revoke a token of one’s own', hats: [], own: true, inPerson: true },
  'office.setIssuer': { does: 'Name the identity provider people may sign in with', ...OWNER },
  'office.makeDirectoryToken': { does: 'Make a token for the directory service (SCIM)', ...OWNER },
  'office.seeDirectoryTokens': { does: 'See the tokens of the directory service', ...OWNER },
  'office.revokeDirectoryToken': { does: 'Revoke a token of the directory service', ...OWNER },
  'office.askToBreakGlass': { does: 'Ask to open content for an hour, with a reason', ...OWNER },
  'office.agreeToBreakGlass': {
    does: 'Agree, as the second person, to another’s asking; the subject is told at once',
    hats: ['owner', 'auditor'],
    inPerson: true,
  },
  'office.lookThroughGlass': {
    does: 'Read an application within the hour two people agreed on',
    ...OWNER,
    looksAt: 'S3',
  },
  'office.endGlass': { does: 'Close the glass before its hour is over', hats: ['owner', 'auditor'], inPerson: true },
  'office.seeGlasses': {
    does: 'See who asked to open what, why, and who agreed',
    hats: ['owner', 'auditor'],
    inPerson: true,
  },
}
