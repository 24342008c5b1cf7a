import { CALLERS, type CallerName } from '../make/everybody.ts'

const EVERYBODY: readonly CallerName[] = CALLERS
const NOBODY: readonly CallerName[] = []
/** Who has a sign-in that is good; a token is no sign-in, and a leaver's is over. */
const NOT_SIGNED_IN: readonly CallerName[] = [
  'anybody',
  'leaver',
  'token of a coordinator',
  'token of a colleague',
  'token of another organisation',
  'directory service',
]
const SIGNED_IN = CALLERS.filter((it) => !NOT_SIGNED_IN.includes(it))
const ALL_BUT_THE_MENTOR = SIGNED_IN.filter((it) => it !== 'mentor of the pair')
const COORDINATORS: readonly CallerName[] = ['coordinator', 'coordinator in another pair', 'lent coordinator']
const OF_THE_SEASON: readonly CallerName[] = [...COORDINATORS, 'coordinator of the season']
const OF_THE_OTHER_SEASON: readonly CallerName[] = [...COORDINATORS, 'coordinator of another season']
const OF_ANY_SEASON: readonly CallerName[] = [...OF_THE_SEASON, 'coordinator of another season']
const WATCHING: readonly CallerName[] = ['auditor', 'owner']
const PEOPLE_TEAM: readonly CallerName[] = ['people team']
const OWNER: readonly CallerName[] = ['owner']
const THE_PAIR: readonly CallerName[] = ['mentee of the pair', 'mentor of the pair']
/** The mentor of that pair is not among the callers. */
const ANOTHER_PAIR: readonly CallerName[] = ['mentee of another pair']
const CONTACTS: readonly CallerName[] = ['named contact', 'deputy']
const TOKEN: readonly CallerName[] = ['token of a coordinator']
const WHO_APPLIED: readonly CallerName[] = [
  ...THE_PAIR,
  'mentee of another pair',
  'mentee of an ended pair',
  'coordinator in another pair',
]
const OTHERS_OF_THE_SEASON: readonly CallerName[] = ['coordinator', 'lent coordinator', 'coordinator of the season']
/** In a published pair while the survey half-way was open; the pair that ended did so later. */
const INVITED: readonly CallerName[] = WHO_APPLIED
/** Hats that their wearer may lend. The coordinator's hat that it is tried on is lent by its own wearer only. */
const LENDS: readonly CallerName[] = ['coordinator']

/** The two of the pair in theirs, whoever is in another in that one, and nobody in one that is not there. */
function ofAPair(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: THE_PAIR, [`${way} #2`]: ANOTHER_PAIR, [`${way} #3`]: NOBODY }
}

/** Both pairs are of the first season. */
function ofItsCoordinators(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: OF_THE_SEASON, [`${way} #2`]: OF_THE_SEASON, [`${way} #3`]: NOBODY }
}

const PAGES: Readonly<Record<string, readonly CallerName[]>> = {
  // Founding ends with the first organisation.
  'GET /first #1': NOBODY,
  'POST /first #1': NOBODY,
  'GET / #1': EVERYBODY,
  'GET /seasons/:key #1': EVERYBODY,
  'GET /seasons/:key #2': EVERYBODY,
  'GET /seasons/:key #3': NOBODY,
  // Everybody gets the counts, and whoever may more.
  'GET /seasons/:key/results #1': EVERYBODY,
  'GET /seasons/:key/results #2': EVERYBODY,
  'GET /seasons/:key/results #3': NOBODY,
  // Everybody applies for themself: what they find there is their own, or that they cannot apply now.
  'GET /seasons/:key/apply #1': SIGNED_IN,
  'GET /seasons/:key/apply #2': SIGNED_IN,
  'GET /seasons/:key/apply #3': NOBODY,
  'GET /seasons/:key/apply/:role #1': SIGNED_IN,
  'GET /seasons/:key/apply/:role #2': SIGNED_IN,
  'GET /seasons/:key/apply/:role #3': NOBODY,
  'POST /seasons/:key/apply/:role #1': SIGNED_IN,
  'POST /seasons/:key/apply/:role #2': SIGNED_IN,
  'POST /seasons/:key/apply/:role #3': NOBODY,
  'POST /seasons/:key/apply/:role/draft #1': SIGNED_IN,
  'POST /seasons/:key/apply/:role/draft #2': SIGNED_IN,
  'POST /seasons/:key/apply/:role/draft #3': NOBODY,
  'POST /seasons/:key/apply/:role/interest #1': SIGNED_IN,
  'POST /seasons/:key/apply/:role/interest #2': SIGNED_IN,
  'POST /seasons/:key/apply/:role/interest #3': NOBODY,
  'GET /seasons/:key/application #1': SIGNED_IN,
  'GET /seasons/:key/application #2': SIGNED_IN,
  'GET /seasons/:key/application #3': NOBODY,
  'GET /seasons/:key/application/:role/withdraw #1': SIGNED_IN,
  'GET /seasons/:key/application/:role/withdraw #2': SIGNED_IN,
  'GET /seasons/:key/application/:role/withdraw #3': NOBODY,
  'POST /seasons/:key/application/:role/withdraw #1': SIGNED_IN,
  'POST /seasons/:key/application/:role/withdraw #2': SIGNED_IN,
  'POST /seasons/:key/application/:role/withdraw #3': NOBODY,
  // The mentor of the pair shows themselves: to everybody but themselves; the others do not.
  'GET /mentors #1': SIGNED_IN,
  'GET /mentors/:id #1': ALL_BUT_THE_MENTOR,
  'GET /mentors/:id #2': NOBODY,
  'GET /mentors/:id #3': NOBODY,
  'POST /mentors/:id #1': ALL_BUT_THE_MENTOR,
  'POST /mentors/:id #2': NOBODY,
  'POST /mentors/:id #3': NOBODY,
  'POST /mentors/:id/apart #1': ALL_BUT_THE_MENTOR,
  'POST /mentors/:id/apart #2': NOBODY,
  'POST /mentors/:id/apart #3': NOBODY,
  // Taking back what was never there is done at once, whoever it names.
  'POST /mentors/:id/together #1': SIGNED_IN,
  'POST /mentors/:id/together #2': SIGNED_IN,
  'POST /mentors/:id/together #3': SIGNED_IN,
  'GET /offer #1': SIGNED_IN,
  'POST /offer #1': SIGNED_IN,
  'POST /offer/out #1': SIGNED_IN,
  'POST /offer/back #1': SIGNED_IN,
  // The mentee of the pair asked the mentor.
  'GET /requests #1': SIGNED_IN,
  'GET /requests/:id #1': THE_PAIR,
  'POST /requests/:id #1': ['mentor of the pair'],
  'POST /requests/:id/more #1': ['mentee of the pair'],
  'POST /requests/:id/withdraw #1': ['mentee of the pair'],
  'POST /requests/:id/over #1': THE_PAIR,
  // Without a link there is nothing to answer.
  'GET /answer-request #1': NOBODY,
  'POST /answer-request #1': NOBODY,
  'GET /answer-manager #1': NOBODY,
  'POST /answer-manager #1': NOBODY,
  'POST /seasons/:key/application/manager #1': SIGNED_IN,
  'POST /seasons/:key/application/manager #2': SIGNED_IN,
  'POST /seasons/:key/application/manager #3': NOBODY,
  'GET /sign-in #1': EVERYBODY,
  'POST /sign-in #1': EVERYBODY,
  // Without a link there is nothing to confirm.
  'GET /sign-in/confirm #1': NOBODY,
  'POST /sign-in/confirm #1': NOBODY,
  'POST /sign-out #1': SIGNED_IN,
  'GET /me/sign-ins #1': SIGNED_IN,
  'POST /me/sign-ins/:id/end #1': ['mentee of the pair'],
  'POST /me/sign-ins/end-others #1': SIGNED_IN,
  'GET /sign-in/step #1': SIGNED_IN,
  'POST /sign-in/step/code #1': SIGNED_IN,
  'POST /sign-in/step/recovery #1': SIGNED_IN,
  'POST /sign-in/step/passkey/ask #1': SIGNED_IN,
  'POST /sign-in/step/passkey #1': SIGNED_IN,
  'GET /me/letters #1': SIGNED_IN,
  'POST /me/letters #1': SIGNED_IN,
  'GET /me/letters/:id #1': ['mentee of the pair'],
  // A link that nobody made turns nothing off: its page is as if it were not there.
  'GET /letters/off #1': NOBODY,
  'POST /letters/off #1': NOBODY,
  'GET /me/second-step #1': SIGNED_IN,
  'POST /me/second-step/codes/begin #1': SIGNED_IN,
  'GET /me/second-step/codes #1': SIGNED_IN,
  'POST /me/second-step/codes #1': SIGNED_IN,
  'GET /me/second-step/codes/remove #1': SIGNED_IN,
  'POST /me/second-step/codes/remove #1': SIGNED_IN,
  'POST /me/second-step/recovery #1': SIGNED_IN,
  'POST /me/passkeys/ask #1': SIGNED_IN,
  'POST /me/passkeys #1': SIGNED_IN,
  'POST /me/passkeys/:id #1': SIGNED_IN,
  'GET /me/passkeys/:id/remove #1': NOBODY,
  'POST /me/passkeys/:id/remove #1': NOBODY,
  'POST /sign-in/passkey/ask #1': EVERYBODY,
  'POST /sign-in/passkey #1': EVERYBODY,
  // There is no identity provider here; whoever comes back from one reads that they are not signed in.
  'POST /sign-in/with/:number #1': NOBODY,
  'GET /sign-in/from/:number #1': EVERYBODY,
  'GET /office/sign-in #1': OWNER,
  'POST /office/sign-in #1': OWNER,
  'POST /office/sign-in/:number/test #1': NOBODY,
  'GET /office/sign-in/:number/end #1': NOBODY,
  'POST /office/sign-in/:number/end #1': NOBODY,
  'GET /people #1': [...COORDINATORS, 'people team', 'owner'],
  'GET /people.csv #1': [...COORDINATORS, 'people team', 'owner'],
  'GET /people/import #1': [...COORDINATORS, 'owner'],
  'POST /people/import/preview #1': [...COORDINATORS, 'owner'],
  'POST /people/import #1': [...COORDINATORS, 'owner'],
  // Each coordinator reads of their own seasons.
  'GET /people/left-alone #1': OF_ANY_SEASON,
  'GET /people/:id #1': [...COORDINATORS, 'people team', 'owner'],
  'GET /people/:id #2': [...COORDINATORS, 'people team', 'owner'],
  'GET /people/:id #3': NOBODY,
  'GET /people/:id/leave #1': OWNER,
  'GET /people/:id/leave #2': OWNER,
  'GET /people/:id/leave #3': NOBODY,
  'POST /people/:id/leave #1': OWNER,
  'POST /people/:id/leave #2': OWNER,
  'POST /people/:id/leave #3': NOBODY,
  'POST /people/:id/return #1': OWNER,
  'POST /people/:id/return #2': OWNER,
  'POST /people/:id/return #3': NOBODY,
  'GET /people/:id/erase #1': ['mentee of the pair', 'owner'],
  'GET /people/:id/erase #2': ['colleague', 'owner'],
  'GET /people/:id/erase #3': NOBODY,
  'POST /people/:id/erase #1': ['mentee of the pair', 'owner'],
  'POST /people/:id/erase #2': ['colleague', 'owner'],
  'POST /people/:id/erase #3': NOBODY,
  'GET /office #1': OWNER,
  'POST /office/test-mail #1': OWNER,
  // A program is loaded by a coordinator of the organisation; from this board, who is also its owner.
  'POST /office/program #1': NOBODY,
  'GET /office/organisation #1': OWNER,
  'POST /office/organisation #1': OWNER,
  'GET /office/keys #1': OWNER,
  'POST /office/keys/download #1': OWNER,
  'GET /office/hats #1': WATCHING,
  'POST /office/hats #1': OWNER,
  'POST /office/hats/:id/take #1': OWNER,
  'GET /office/directory #1': OWNER,
  'POST /office/directory #1': OWNER,
  'POST /office/directory/:id/revoke #1': OWNER,
  // The glass was asked for by the owner; nobody has agreed yet, so it opens nothing.
  'GET /office/glass #1': WATCHING,
  'POST /office/glass #1': OWNER,
  'POST /office/glass/:id/agree #1': WATCHING,
  'GET /office/glass/:id #1': OWNER,
  'POST /office/glass/:id/end #1': OWNER,
  'GET /me/hats #1': SIGNED_IN,
  'POST /me/hats/:id/lend #1': LENDS,
  'POST /me/hats/:id/back #1': ['coordinator'],
  'GET /me/tokens #1': SIGNED_IN,
  'POST /me/tokens #1': [...OF_ANY_SEASON, 'owner'],
  'POST /me/tokens/:id/revoke #1': ['coordinator'],
  'GET /upkeep/audit #1': WATCHING,
  'GET /upkeep/audit.csv #1': WATCHING,
  'POST /upkeep/audit/verify #1': WATCHING,
  'GET /upkeep/doctor #1': WATCHING,
  'GET /upkeep/record #1': WATCHING,
  'GET /upkeep/record.md #1': WATCHING,
  'GET /upkeep/impact.md #1': WATCHING,
  'GET /upkeep/retention #1': WATCHING,
  'GET /me #1': SIGNED_IN,
  'GET /me/who-looked #1': SIGNED_IN,
  'GET /me/export.json #1': SIGNED_IN,
  'GET /me/export.html #1': SIGNED_IN,
  'GET /me/erase #1': SIGNED_IN,
  'POST /me/erase #1': SIGNED_IN,
  'GET /me/look-again/:season #1': WHO_APPLIED,
  'POST /me/look-again/:season #1': WHO_APPLIED,
  'GET /look-again #1': OF_ANY_SEASON,
  'GET /look-again/:id #1': OF_THE_SEASON,
  'POST /look-again/:id #1': OF_THE_SEASON,
  // Without the link of a letter there is no question.
  'GET /answer #1': NOBODY,
  'POST /answer #1': NOBODY,
  'GET /pairs/:id/meetings #1': THE_PAIR,
  'GET /pairs/:id/meetings #2': ANOTHER_PAIR,
  'GET /pairs/:id/meetings #3': NOBODY,
  'POST /pairs/:id/meetings #1': THE_PAIR,
  'POST /pairs/:id/meetings #2': ANOTHER_PAIR,
  'POST /pairs/:id/meetings #3': NOBODY,
  'POST /pairs/:id/meetings/reminders #1': THE_PAIR,
  'POST /pairs/:id/meetings/reminders #2': ANOTHER_PAIR,
  'POST /pairs/:id/meetings/reminders #3': NOBODY,
  'GET /pairs/:id/meetings/times #1': THE_PAIR,
  'GET /pairs/:id/meetings/times #2': ANOTHER_PAIR,
  'GET /pairs/:id/meetings/times #3': NOBODY,
  'POST /pairs/:id/meetings/times #1': THE_PAIR,
  'POST /pairs/:id/meetings/times #2': ANOTHER_PAIR,
  'POST /pairs/:id/meetings/times #3': NOBODY,
  // What was proposed before is not open any more: the answer says so, and nothing happens.
  'POST /pairs/:id/meetings/times/accept #1': THE_PAIR,
  'POST /pairs/:id/meetings/times/accept #2': ANOTHER_PAIR,
  'POST /pairs/:id/meetings/times/accept #3': NOBODY,
  'POST /pairs/:id/meetings/times/withdraw #1': THE_PAIR,
  'POST /pairs/:id/meetings/times/withdraw #2': ANOTHER_PAIR,
  'POST /pairs/:id/meetings/times/withdraw #3': NOBODY,
  'GET /me/calendar #1': SIGNED_IN,
  'POST /me/calendar #1': SIGNED_IN,
  'POST /me/calendar/revoke #1': SIGNED_IN,
  // Without its address there is no calendar.
  'GET /feeds/:link #1': NOBODY,
  // Each coordinator reads of their own seasons.
  'GET /quiet-pairs #1': OF_ANY_SEASON,
  'GET /desk #1': OF_ANY_SEASON,
  'GET /desk/lines.csv #1': OF_ANY_SEASON,
  'GET /desk/closed #1': OF_ANY_SEASON,
  'POST /desk/lines #1': OF_THE_SEASON,
  'POST /desk/lines/back #1': OF_THE_SEASON,
  'GET /desk/selection #1': OF_ANY_SEASON,
  // Names and one bit each: the people team, and neither owner nor coordinator.
  'GET /clearance #1': PEOPLE_TEAM,
  'POST /clearance #1': PEOPLE_TEAM,
  'POST /desk/selection/decide #1': OF_THE_SEASON,
  'POST /desk/selection/match #1': OF_THE_SEASON,
  'GET /desk/match #1': OF_THE_SEASON,
  // There is no run of the other season to refuse: its coordinators are told so.
  'GET /desk/match #2': OF_THE_OTHER_SEASON,
  'POST /desk/match/publish #1': OF_THE_SEASON,
  'GET /desk/letters #1': OF_THE_SEASON,
  'GET /desk/letters #2': OF_THE_OTHER_SEASON,
  'POST /desk/letters/release #1': OF_THE_SEASON,
  'GET /desk/pairs #1': OF_ANY_SEASON,
  'GET /desk/pairs.csv #1': OF_ANY_SEASON,
  // A pair for whoever coordinates its season and is not in it.
  ...ofItsCoordinators('GET /desk/pairs/:id'),
  ...ofItsCoordinators('POST /desk/pairs/:id/excuse'),
  ...ofItsCoordinators('POST /desk/pairs/:id/pause'),
  ...ofItsCoordinators('POST /desk/pairs/:id/end'),
  'GET /pairs/:id/notes #1': THE_PAIR,
  'GET /pairs/:id/notes #2': ANOTHER_PAIR,
  'GET /pairs/:id/notes #3': NOBODY,
  'POST /pairs/:id/notes #1': THE_PAIR,
  'POST /pairs/:id/notes #2': ANOTHER_PAIR,
  'POST /pairs/:id/notes #3': NOBODY,
  // The note is the mentee's. Whoever else of a pair sends words to its address keeps them as a note of their own.
  'GET /pairs/:id/notes/:note #1': ['mentee of the pair'],
  'GET /pairs/:id/notes/:note #2': NOBODY,
  'GET /pairs/:id/notes/:note #3': NOBODY,
  'POST /pairs/:id/notes/:note #1': THE_PAIR,
  'POST /pairs/:id/notes/:note #2': ANOTHER_PAIR,
  'POST /pairs/:id/notes/:note #3': NOBODY,
  'POST /pairs/:id/notes/:note/delete #1': THE_PAIR,
  'POST /pairs/:id/notes/:note/delete #2': ANOTHER_PAIR,
  'POST /pairs/:id/notes/:note/delete #3': NOBODY,
  'GET /my #1': SIGNED_IN,
  ...ofAPair('GET /pairs/:id'),
  ...ofAPair('GET /pairs/:id/agreement'),
  ...ofAPair('POST /pairs/:id/agreement'),
  ...ofAPair('GET /pairs/:id/goal'),
  ...ofAPair('POST /pairs/:id/goal'),
  ...ofAPair('POST /pairs/:id/progress'),
  ...ofAPair('GET /pairs/:id/workbook'),
  ...ofAPair('GET /pairs/:id/workbook/new'),
  // The page is of the first pair; in another pair its id is free for a page of their own.
  'GET /pairs/:id/workbook/:page #1': THE_PAIR,
  'GET /pairs/:id/workbook/:page #2': NOBODY,
  'GET /pairs/:id/workbook/:page #3': NOBODY,
  ...ofAPair('POST /pairs/:id/workbook/:page'),
  ...ofAPair('GET /pairs/:id/change'),
  ...ofAPair('POST /pairs/:id/pause'),
  ...ofAPair('POST /pairs/:id/resume'),
  ...ofAPair('POST /pairs/:id/extend'),
  // Nobody proposed anything in these pairs.
  'POST /pairs/:id/extend/agree #1': NOBODY,
  'POST /pairs/:id/extend/agree #2': NOBODY,
  'POST /pairs/:id/extend/agree #3': NOBODY,
  ...ofAPair('POST /pairs/:id/help'),
  ...ofAPair('POST /pairs/:id/another-match'),
  ...ofAPair('GET /pairs/:id/end'),
  ...ofAPair('POST /pairs/:id/end'),
  'GET /readings/:key #1': EVERYBODY,
  'GET /pairs/:id/report #1': THE_PAIR,
  'GET /pairs/:id/report #2': ANOTHER_PAIR,
  'GET /pairs/:id/report #3': NOBODY,
  'POST /pairs/:id/report #1': THE_PAIR,
  'POST /pairs/:id/report #2': ANOTHER_PAIR,
  'POST /pairs/:id/report #3': NOBODY,
  // The deputy reads a report only if the contact has not opened it by the end of the next working day.
  'GET /reports #1': CONTACTS,
  'GET /reports/:id #1': ['named contact'],
  'GET /waiting #1': CONTACTS,
  'GET /seasons/:key/events/:event #1': WHO_APPLIED,
  'GET /seasons/:key/events/:event #2': NOBODY,
  'GET /seasons/:key/events/:event #3': NOBODY,
  'POST /seasons/:key/events/:event #1': WHO_APPLIED,
  'POST /seasons/:key/events/:event #2': NOBODY,
  'POST /seasons/:key/events/:event #3': NOBODY,
  'POST /seasons/:key/events/:event/withdraw #1': WHO_APPLIED,
  'POST /seasons/:key/events/:event/withdraw #2': NOBODY,
  'POST /seasons/:key/events/:event/withdraw #3': NOBODY,
  // Nobody has signed up: there is nothing for a calendar.
  'GET /seasons/:key/events/:event/calendar.ics #1': NOBODY,
  'GET /seasons/:key/events/:event/calendar.ics #2': NOBODY,
  'GET /seasons/:key/events/:event/calendar.ics #3': NOBODY,
  'GET /seasons/:key/events/:event/desk #1': OF_THE_SEASON,
  'GET /seasons/:key/events/:event/desk #2': OF_THE_OTHER_SEASON,
  'GET /seasons/:key/events/:event/desk #3': NOBODY,
  'POST /seasons/:key/events/:event/desk #1': OF_THE_SEASON,
  'POST /seasons/:key/events/:event/desk #2': OF_THE_OTHER_SEASON,
  'POST /seasons/:key/events/:event/desk #3': NOBODY,
  'POST /seasons/:key/events/:event/groups #1': OF_THE_SEASON,
  'POST /seasons/:key/events/:event/groups #2': OF_THE_OTHER_SEASON,
  'POST /seasons/:key/events/:event/groups #3': NOBODY,
  // Whoever is signed in may try a code; guests are counted apart.
  'GET /check-in #1': SIGNED_IN,
  'POST /check-in #1': SIGNED_IN,
  'GET /seasons/:key/questions #1': [...WHO_APPLIED, ...OTHERS_OF_THE_SEASON],
  'GET /seasons/:key/questions #2': OF_THE_OTHER_SEASON,
  'GET /seasons/:key/questions #3': NOBODY,
  'POST /seasons/:key/questions #1': WHO_APPLIED,
  'POST /seasons/:key/questions #2': NOBODY,
  'POST /seasons/:key/questions #3': NOBODY,
  // The question is the mentee's, on the board of the first season.
  'POST /seasons/:key/questions/:question/vote #1': WHO_APPLIED,
  'POST /seasons/:key/questions/:question/vote #2': NOBODY,
  'POST /seasons/:key/questions/:question/vote #3': NOBODY,
  'POST /seasons/:key/questions/:question/withdraw #1': ['mentee of the pair'],
  'POST /seasons/:key/questions/:question/withdraw #2': NOBODY,
  'POST /seasons/:key/questions/:question/withdraw #3': NOBODY,
  'POST /seasons/:key/questions/:question/answered #1': OF_THE_SEASON,
  'POST /seasons/:key/questions/:question/answered #2': NOBODY,
  'POST /seasons/:key/questions/:question/answered #3': NOBODY,
  'GET /seasons/:key/training #1': WHO_APPLIED,
  'GET /seasons/:key/training #2': NOBODY,
  'GET /seasons/:key/training #3': NOBODY,
  'POST /seasons/:key/training #1': WHO_APPLIED,
  'POST /seasons/:key/training #2': NOBODY,
  'POST /seasons/:key/training #3': NOBODY,
  'POST /seasons/:key/training/take-back #1': WHO_APPLIED,
  'POST /seasons/:key/training/take-back #2': NOBODY,
  'POST /seasons/:key/training/take-back #3': NOBODY,
  // A file is named by its id; there is none here.
  'GET /seasons/:key/training/files/:id #1': NOBODY,
  'GET /seasons/:key/training/files/:id #2': NOBODY,
  'GET /seasons/:key/training/files/:id #3': NOBODY,
  // Half-way is closed: whoever was invited reads so, and everybody else finds nothing.
  'GET /seasons/:key/surveys/:survey #1': INVITED,
  'GET /seasons/:key/surveys/:survey #2': NOBODY,
  'GET /seasons/:key/surveys/:survey #3': NOBODY,
  'POST /seasons/:key/surveys/:survey/draft #1': INVITED,
  'POST /seasons/:key/surveys/:survey/draft #2': NOBODY,
  'POST /seasons/:key/surveys/:survey/draft #3': NOBODY,
  'POST /seasons/:key/surveys/:survey #1': INVITED,
  'POST /seasons/:key/surveys/:survey #2': NOBODY,
  'POST /seasons/:key/surveys/:survey #3': NOBODY,
  // Not a demo.
  'GET /demo/mailbox #1': NOBODY,
  'GET /demo/mailbox/:id #1': NOBODY,
  'GET /demo/letters #1': NOBODY,
  'GET /demo/letters/:key #1': NOBODY,
  'GET /demo/letters/:key/html #1': NOBODY,
  'GET /demo/come-in #1': NOBODY,
  'POST /demo/come-in #1': NOBODY,
  'POST /demo/clock #1': NOBODY,
}

/** Operations that a coordinator's token does, in any season, and nobody else's. */
const BY_TOKEN = [
  ...['POST people/preview', 'POST people/import', 'POST people/holidays', 'GET people/left-alone', 'GET people/list'],
  ...['POST design/load', 'GET design/show', 'POST apply/import', 'POST review/import', 'POST review/decide'],
  ...['POST match/propose', 'GET match/show', 'POST match/publish', 'GET announce/drafts', 'POST announce/release'],
  ...['POST learn/import', 'POST gather/import', 'POST meet/import', 'POST meet/log', 'POST meet/end'],
  ...[
    'POST meet/pause',
    'POST meet/excuse',
    'GET meet/quiet',
    'POST survey/import',
    'GET results/show',
    'POST results/link',
  ],
]
/** What needs the people team, an owner or an auditor: no caller has such a token. */
const BY_NO_TOKEN_HERE = [
  ...['POST mail/bounce', 'POST review/clear', 'POST people/leave', 'POST people/return', 'GET office/hats'],
  ...['GET upkeep/verify-audit', 'GET upkeep/doctor'],
]

const OPERATIONS: Readonly<Record<string, readonly CallerName[]>> = Object.fromEntries(
  [
    ...BY_TOKEN.map((it) => [it, TOKEN] as const),
    ...BY_NO_TOKEN_HERE.map((it) => [it, NOBODY] as const),
    // Checking a file reads nothing of anybody; a token is asked for all the same.
    ['POST design/check', [...TOKEN, 'token of a colleague']] as const,
  ].flatMap(([it, callers]) => {
    const [method, name] = it.split(' ')
    return [1, 2].map((at) => [`${method} /api/v1/${name} #${at}`, callers])
  }),
)

/** Who gets in where: written and reviewed by hand, never derived from the permissions. What is not named is kept out. */
export const EXPECTED: Readonly<Record<string, readonly CallerName[]>> = {
  ...PAGES,
  ...OPERATIONS,
  'GET /api/v1/public/seasons/:key #1': EVERYBODY,
  'GET /api/v1/public/seasons/:key #2': EVERYBODY,
  'GET /api/v1/public/seasons/:key #3': NOBODY,
}
