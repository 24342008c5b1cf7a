import { readFileSync } from 'node:fs'
import { packFile } from '../../src/web/carried-file.ts'
import type { Everybody } from '../make/everybody.ts'
import { report } from '../make/returned-mail.ts'

type Form = Readonly<Record<string, string>>

const LONG_ENOUGH = 'Words that are long enough to say why this is needed today.'
const NO_SUCH = '00000000-0000-4000-8000-000000000000'
const PROGRAM = readFileSync('programs/new-managers-weekly.yaml', 'utf8')
const sheet = (...lines: string[]) => ({ body: `${lines.join('\n')}\n` })

/** A hat is lent for sixty days at most. */
function inThirtyDays(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
}

/** What a mentor shows. */
export const OFFERED = { more: 'Bee keeping', offer: 'I listen well.', places: '5' }

/** What each form and each operation is given so that nothing but the permission decides who gets in. */
export const FORMS: Readonly<Record<string, (ids: Everybody['ids']) => Form>> = {
  'POST /seasons/:key/apply/:role': () => ({ confirms: 'commitment' }),
  'POST /seasons/:key/apply/:role/draft': () => ({ 'q-about': 'Begun' }),
  'POST /seasons/:key/apply/:role/interest': () => ({ wants: 'yes' }),
  'POST /desk/lines': ({ mentor }) => ({
    season: 'women-2021',
    key: `certificate ${mentor} Inclusion certificate 2021-07-08`,
    days: 'done',
  }),
  'POST /clearance': ({ mentee }) => ({ season: 'women-2021', person: mentee, say: 'cleared', seen: 'nothing' }),
  'POST /desk/write': () => ({
    season: 'women-2021',
    to: 'pairs',
    id: NO_SUCH,
    seen: '',
    subject: 'News',
    words: 'Words',
    do: 'test',
  }),
  'POST /desk/written/:id/back': () => ({ season: 'women-2021' }),
  'POST /desk/together': ({ mentor }) => ({
    season: 'women-2021',
    kind: 'certificate',
    key: `certificate ${mentor} Inclusion certificate 2021-07-08`,
    days: '3',
  }),
  ...Object.fromEntries(
    ['holidays', 'applications', 'clearance', 'reviews', 'training', 'attendance', 'meetings', 'survey'].map((it) => [
      `POST /imports/${it}`,
      () => ({
        season: 'women-2021',
        survey: 'mid',
        role: 'mentee',
        carried: packFile(Buffer.from('nothing,known\n')),
      }),
    ]),
  ),
  'POST /desk/selection/decide': () => ({ season: 'women-2021' }),
  'POST /desk/selection/match': () => ({ season: 'women-2021' }),
  'POST /desk/applications/preview': () => ({
    season: 'women-2021',
    outcome: 'declined',
    which: 'ticked',
    id: NO_SUCH,
  }),
  'POST /desk/applications/decide': () => ({ season: 'women-2021', outcome: 'declined', ids: NO_SUCH, seen: '' }),
  'POST /desk/applications/undo': () => ({ step: NO_SUCH }),
  'POST /desk/applications/filters': () => ({ season: 'women-2021', name: 'Mine' }),
  'POST /desk/applications/filters/forget': () => ({ season: 'women-2021', id: NO_SUCH }),
  'POST /desk/match/publish': () => ({ season: 'women-2021' }),
  'POST /desk/hand-over': () => ({ season: 'women-2021', email: 'colleague@staff.example', sure: 'yes' }),
  'POST /me/minutes': () => ({ on: 'yes' }),
  'POST /me/minutes/count': () => ({ path: '/desk' }),
  'POST /me/minutes/forget': () => ({ sure: 'yes' }),
  'POST /desk/letters/text': () => ({ season: 'women-2021', kind: 'pair', does: 'undo', seen: '0' }),
  'POST /desk/letters/:id/test': () => ({ season: 'women-2021' }),
  'POST /desk/letters/moment': () => ({ season: 'women-2021', sure: 'yes', on: '2021-09-20', time: '09:00' }),
  'POST /desk/letters/moment/withdraw': () => ({ season: 'women-2021' }),
  'POST /desk/letters/again': () => ({ season: 'women-2021' }),
  'POST /desk/match/rules': ({ mentee, mentor }) => ({ season: 'women-2021', kind: 'forbid', mentee, mentor }),
  'POST /desk/match/rules/lift': () => ({ season: 'women-2021', change: NO_SUCH }),
  'POST /desk/match/comments': ({ mentee }) => ({ season: 'women-2021', run: '1', mentee, words: 'A word' }),
  'POST /desk/match/comments/delete': ({ mentee }) => ({ season: 'women-2021', run: '1', mentee, comment: NO_SUCH }),
  'POST /desk/letters/release': () => ({ season: 'women-2021', sure: 'yes' }),
  'POST /desk/lines/back': () => ({ season: 'women-2021', key: 'help of nobody' }),
  'POST /desk/pairs/:id/excuse': () => ({ on: '2021-07-20' }),
  'POST /desk/pairs/:id/pause': () => ({ until: '' }),
  'POST /desk/pairs/:id/end': () => ({ sure: 'yes' }),
  'POST /desk/design/start': () => ({
    from: 'template',
    of: 'women-2021',
    key: 'next',
    season: 'The next one',
    startsOn: '2031-03-03',
  }),
  'POST /desk/design/change': () => ({ season: 'women-2022' }),
  'POST /desk/design/drafts/:id': () => ({ seen: '1', text: 'key: another\n' }),
  'POST /desk/design/drafts/:id/bring-back': () => ({ seen: '1', number: '1' }),
  'POST /desk/design/drafts/:id/publish': () => ({ seen: '1', inForce: '', because: 'It is time.' }),
  'POST /mentors/:id': () => ({ words: LONG_ENOUGH }),
  'POST /offer': () => OFFERED,
  'POST /requests/:id': () => ({ say: 'accept' }),
  'POST /requests/:id/more': () => ({ answer: LONG_ENOUGH }),
  'POST /answer-request': () => ({ link: 'nobody-has-this', say: 'accept' }),
  'POST /answer-manager': () => ({ link: 'nobody-has-this', say: 'confirmed' }),
  'POST /sign-in': () => ({ email: 'colleague@staff.example' }),
  'POST /pairs/:id/notes': () => ({ text: 'A note' }),
  'POST /pairs/:id/notes/:note': () => ({ text: 'Another note', version: '1' }),
  'POST /pairs/:id/notes/:note/delete': () => ({ version: '1' }),
  'POST /pairs/:id/agreement': () => ({ seen: '0', rhythm: 'Thursdays' }),
  'POST /pairs/:id/goal': () => ({ seen: '0', words: 'A goal' }),
  'POST /pairs/:id/progress': () => ({ percent: '40' }),
  'POST /pairs/:id/workbook/:page': () => ({ seen: '0', title: 'A page', text: 'Words' }),
  'POST /pairs/:id/extend/agree': () => ({ request: '00000000-0000-4000-8000-000000000000' }),
  'POST /pairs/:id/help': () => ({ words: LONG_ENOUGH }),
  'POST /me/letters': () => ({ email: 'surveys', quiet: '5' }),
  'POST /letters/off': () => ({ link: 'nobody-made-this' }),
  'POST /answer': () => ({ link: 'nobody-has-this', say: 'met', on: '2021-07-13' }),
  'POST /pairs/:id/meetings': () => ({ say: 'met', on: '2021-07-13' }),
  'POST /pairs/:id/meetings/times': () => ({ times: '2999-03-04T10:00:00.000Z' }),
  'POST /pairs/:id/meetings/times/accept': () => ({ proposal: NO_SUCH, at: '2999-03-04T10:00:00.000Z' }),
  'POST /pairs/:id/meetings/times/withdraw': () => ({ meeting: NO_SUCH }),
  'POST /pairs/:id/meetings/reminders': () => ({ on: 'no' }),
  'POST /pairs/:id/report': () => ({ words: LONG_ENOUGH }),
  'POST /seasons/:key/surveys/:survey': () => ({ 'q-on_track': '4' }),
  'POST /seasons/:key/surveys/:survey/draft': () => ({ 'q-on_track': '4' }),
  'POST /seasons/:key/training': () => ({ course: 'slides', on: '2021-06-20' }),
  'POST /seasons/:key/training/take-back': () => ({ course: 'slides' }),
  'POST /seasons/:key/events/:event': () => ({ session: '1' }),
  'POST /seasons/:key/events/:event/groups/back': () => ({ session: '1', instead: NO_SUCH }),
  'POST /seasons/:key/events/:event/attendance': () => ({ session: '1' }),
  'POST /seasons/:key/events/:event/groups': () => ({ session: '1', size: '5' }),
  'POST /check-in': () => ({ code: 'AAAAAA' }),
  'POST /seasons/:key/questions': () => ({ words: 'May we?' }),
  'POST /look-again/:id': () => ({ answer: LONG_ENOUGH }),
  'POST /me/look-again/:season': () => ({ words: LONG_ENOUGH }),
  'POST /people/:id/erase': () => ({ address: 'nobody@example.com' }),
  'POST /me/erase': () => ({ address: 'nobody@example.com' }),
  'POST /office/hats': () => ({ email: 'colleague@staff.example', hat: 'auditor' }),
  'POST /me/hats/:id/lend': () => ({ email: 'colleague@staff.example', until: inThirtyDays() }),
  'POST /office/directory': () => ({ name: 'Another service' }),
  'POST /office/glass': () => ({ email: 'colleague@staff.example', season: 'women-2021', reason: LONG_ENOUGH }),
  'POST /office/organisation': () => ({ name: 'Example', privacyContact: 'privacy@example.com' }),
  'POST /api/v1/mail/bounce': () => ({ body: report() }),
  'POST /api/v1/people/preview': () => sheet('name,email', 'New,new@staff.example'),
  'POST /api/v1/people/import': () => sheet('name,email', 'New,new@staff.example'),
  'POST /api/v1/people/holidays': () => sheet('calendar,date,name', 'Here,2021-12-25,A day off'),
  'POST /api/v1/design/load': () => ({ body: PROGRAM }),
  'POST /api/v1/design/diff': () => ({ body: readFileSync('programs/women-2021.yaml', 'utf8') }),
  'POST /api/v1/design/check': () => ({ body: PROGRAM }),
  'POST /api/v1/apply/import': () => sheet('submitted_at,email,role'),
  'POST /api/v1/review/clear': () => sheet('email'),
  'POST /api/v1/review/import': () => sheet('email,role,reviewer,track,performance'),
  'POST /api/v1/learn/import': () => sheet('email,course,completed_on'),
  'POST /api/v1/gather/import': () => sheet('event,session,email'),
  'POST /api/v1/meet/import': () => sheet('mentee_email,held_on'),
}
