import { instantAt } from '../calendar/moments.ts'
import { digestLetter } from '../journey/announce/messages/digest-letter.ts'
import { groupLetter } from '../journey/announce/messages/group-letter.ts'
import { switchLine } from '../journey/announce/messages/switch-line.ts'
import {
  asLetter,
  type Chat,
  closingOf,
  noPlaceText,
  type Partner,
  pairText,
  pairValues,
} from '../journey/announce/messages.ts'
import { callOpenLetter } from '../journey/apply/messages/call-open-letter.ts'
import { managerLetter } from '../journey/apply/messages/manager-letter.ts'
import { receiptLetter } from '../journey/apply/messages/receipt-letter.ts'
import { calledOffLetter, heldAfterAllLetter } from '../journey/gather/messages/event-news.ts'
import { choiceReminder, listChangedLetter, shortlistLetter } from '../journey/match/messages/shortlist-letters.ts'
import { questionLetter, reminderLetter, stillGoingLetter } from '../journey/meet/messages/meeting-letters.ts'
import {
  agreedLetter,
  anotherMatchLetter,
  endedLetter,
  extensionLetter,
  helpLetter,
  pairEndedLetter,
  pauseLetter,
  suggestionLetter,
} from '../journey/meet/messages/pair-letters.ts'
import { plannedLetter, proposalLetter } from '../journey/meet/messages/planning-letters.ts'
import { deputyLetter, reportLetter } from '../journey/meet/messages/report-letter.ts'
import {
  acceptedLetter,
  askedBackLetter,
  movesOnLetter,
  requestLetter,
  withdrawnLetter,
} from '../journey/offer/messages/request-letters.ts'
import { certificateLetter } from '../journey/results/messages/certificate-letter.ts'
import { reviewsDueLetter, reviewsGivenLetter } from '../journey/review/messages/review-letters.ts'
import { reminderLetter as surveyLetter } from '../journey/survey/messages/reminder-letter.ts'
import { answerLink, letterWithAnswerLink } from '../model/answer-link.ts'
import { letterWithAskLink } from '../model/ask-link.ts'
import { type LetterKind, switchOf, waitsForHours } from '../model/letter-kinds.ts'
import type { Program } from '../model/program.ts'
import { glassLetter } from '../office/messages/glass-letter.ts'
import { hatGivenLetter, hatTakenLetter, ownHatLetter } from '../office/messages/hat-letters.ts'
import { testLetter } from '../office/messages/test-letter.ts'
import { erasedLetter } from '../people/messages/erased-letter.ts'
import { leftAloneLetter } from '../people/messages/left-alone-letter.ts'
import { lookAgainLetter } from '../people/messages/look-again-letter.ts'
import { signInLetter } from '../people/messages/sign-in-letter.ts'
import { stepRemovedLetter } from '../people/messages/step-removed-letter.ts'
import { letterWithLink } from '../people/rules/sign-in.ts'
import type { SamplePeople } from '../store/demo-people.ts'

/** One letter as it would leave, of a kind and in one of the ways that kind can be. */
export type SampleLetter = {
  readonly key: string
  readonly kind: LetterKind
  readonly subject: string
  readonly body: string
}

type Text = { readonly subject: string; readonly body: string; readonly why?: string }
type House = { readonly program: Program; readonly organisation: string; readonly site: string; readonly today: string }

const SECRET = 'a-link-that-opens-nothing-here'

/** Every letter there is, in every way it can be, to people of the demo. None of their links opens anything. */
export function sampleLetters(it: House, people: SamplePeople): readonly SampleLetter[] {
  const all = [
    ...ofAnnouncement(it, people),
    ...ofMentors(it, people),
    ...ofMeetings(it, people),
    ...ofPair(it, people),
    ...ofOffice(it, people),
  ]
  return all.map(([key, kind, text]) => ({ key, kind, subject: text.subject, body: asItLeaves(it, kind, text) }))
}

type Named = readonly [key: string, kind: LetterKind, text: Text]

function asItLeaves({ site }: House, kind: LetterKind, { body, why = '' }: Text): string {
  const off = switchOf(kind) ? `${site}/letters/off?link=${SECRET}` : null
  const parts = [body, why, waitsForHours(kind) ? switchLine(off, `${site}/me/letters`) : '']
  return parts.filter((part) => part !== '').join('\n\n')
}

function ofAnnouncement(
  { program, organisation, site, today }: House,
  { mentor, mentee }: SamplePeople,
): readonly Named[] {
  const partner = { name: mentor.name, email: mentor.email, title: 'Head of design', department: 'Design' }
  const worth = 'Why the two of you: three topics in common, and six working hours a day at the same time.'
  const times = ['10:00', '14:00'].map((time) => instantAt(today, time, program.zone))
  const chat = { times, zone: program.zone, page: `${site}/my` }
  const { key, name, season } = program
  const next = { key, name, season, opens: today, isOpen: false }
  const asMentee = { name: mentee.name, role: 'mentee' } as const
  const closing = closingOf(program, site)
  const reviewing = { program, many: 6, dueOn: today, site }
  const toMentee = (to: Partner, talk: Chat | null) =>
    asLetter(pairText(program), pairValues(asMentee, to, worth, talk), closing)
  return [
    ['sign-in', 'sign-in', signInWith(organisation, mentee.name, site)],
    ['pair', 'pair', toMentee({ ...partner, about: 'I like to listen.' }, chat)],
    ['pair-without-words', 'pair', toMentee({ ...partner, about: null }, null)],
    [
      'no-place',
      'no-place',
      asLetter(noPlaceText(program, site, { hasMentors: true, next }), { name: mentee.name }, closing),
    ],
    ['receipt', 'receipt', receiptLetter(program, { role: 'mentee', sentOn: today, isLate: false }, mentee, site)],
    ['receipt-late', 'receipt', receiptLetter(program, { role: 'mentor', sentOn: today, isLate: true }, mentor, site)],
    ['shortlist', 'shortlist', shortlistLetter(program, mentee, { mentors: 3, chooseBy: today }, site)],
    ['shortlist-reminder', 'shortlist', choiceReminder(program, mentee, today, site)],
    ['shortlist-changed', 'shortlist', listChangedLetter(program, mentee, today, site)],
    ['call-open', 'call-open', callOpenLetter(program, 'mentee', mentee, site)],
    ['reviews-given', 'reviews-given', reviewsGivenLetter({ ...reviewing, name: mentor.name })],
    ['reviews-due', 'reviews-due', reviewsDueLetter({ ...reviewing, name: mentor.name, many: 2 })],
    ['look-again', 'look-again', lookAgainLetter(mentee, program.name, 'We looked at it again, together.')],
  ]
}

function ofMentors({ program, site, today }: House, { mentor, mentee, coordinator }: SamplePeople): readonly Named[] {
  const toMentor = { to: mentor.name, other: mentee.name, topics: ['Delegating'], page: `${site}/requests` }
  const toAsker = { ...toMentor, to: mentee.name, other: mentor.name }
  const words = 'I lead a team for the first time and would like to hear how you began.'
  const asked = { question: 'How large is the team?', answer: 'Five people, all new to me.' }
  const fitting = [{ name: coordinator.name, topics: ['Delegating', 'Feedback'], page: `${site}/mentors` }]
  const withLinks = (kind: 'mentor-request' | 'manager-ask', text: Text) => ({
    ...text,
    body: letterWithAskLink(kind, text.body, site, SECRET),
  })
  const confirm = managerLetter(program, { name: mentee.name, roles: ['mentor', 'mentee'], until: today }, coordinator)
  const request = { ...toMentor, words, until: today, asked: null }
  return [
    ['manager', 'manager-ask', withLinks('manager-ask', confirm)],
    ['request', 'mentor-request', withLinks('mentor-request', requestLetter(request))],
    ['request-answered', 'mentor-request', withLinks('mentor-request', requestLetter({ ...request, asked }))],
    ['request-accepted', 'mentor-news', acceptedLetter({ ...toAsker, email: mentor.email, isAsker: true })],
    ['request-asked-back', 'mentor-news', askedBackLetter({ ...toAsker, question: asked.question, until: today })],
    ['request-moves-on', 'mentor-news', movesOnLetter({ ...toAsker, fitting, list: `${site}/mentors` })],
    ['request-withdrawn', 'mentor-news', withdrawnLetter(toMentor)],
  ]
}

function signInWith(organisation: string, name: string, site: string): Text {
  const letter = signInLetter(organisation, name, 15)
  return { ...letter, body: letterWithLink(letter.body, site, SECRET) }
}

function ofMeetings({ program, site, today }: House, { mentor, mentee }: SamplePeople): readonly Named[] {
  const window = { index: 0, firstDay: program.meetings.from, lastDay: program.meetings.until }
  const about = { name: mentee.name, partner: mentor.name, season: program.name, zone: program.zone }
  const page = `${site}/my`
  const starts = ['10:00', '14:00', '16:30'].map((time) => instantAt(today, time, program.zone))
  const asked = questionLetter({ ...about, window, plannedAt: null }, page, today)
  const planned = questionLetter({ ...about, window, plannedAt: starts[0] ?? null }, page, today)
  const withLinks = (text: Text) => ({ ...text, body: letterWithAnswerLink(text.body, site, SECRET) })
  const survey = {
    name: mentee.name,
    respondent: 'mentee' as const,
    agreed: [],
    program: program.name,
    survey: 'Halfway',
    minutes: 4,
    closesOn: today,
  }
  const address = answerLink(site, SECRET)
  const event = { name: mentee.name, event: 'Questions to a panel', program: program.name, on: today, address: page }
  return [
    ['reminder', 'meet-reminder', reminderLetter({ ...about, window, plannedAt: null }, page)],
    ['still-going', 'still-going', stillGoingLetter(about, page)],
    ['question', 'meet-question', withLinks(asked)],
    ['question-planned', 'meet-question', withLinks(planned)],
    ['times-proposed', 'meet-invitation', proposalLetter(about, starts, page)],
    ['invitation', 'meet-invitation', plannedLetter(about, starts.slice(0, 1), false, page)],
    ['invitation-series', 'meet-invitation', plannedLetter(about, starts, false, page)],
    ['cancelled', 'meet-invitation', plannedLetter(about, starts.slice(0, 1), true, page)],
    ['cancelled-for-good', 'meet-invitation', plannedLetter(about, starts.slice(0, 1), true, null)],
    ['event-off', 'event-news', calledOffLetter({ ...event, because: 'The panel is ill.' })],
    ['event-held', 'event-news', heldAfterAllLetter({ ...event, because: 'The panel is well again.' })],
    ['survey-opens', 'survey-opens', surveyLetter('survey-opens', { ...survey, address })],
    ['survey-closes', 'survey-closes', surveyLetter('survey-closes', { ...survey, address })],
  ]
}

function ofPair({ program, site, today }: House, { mentor, mentee, coordinator }: SamplePeople): readonly Named[] {
  const two = { mentorName: mentor.name, menteeName: mentee.name, season: program.name }
  const page = `${site}/my`
  const left = { mentor: mentor.name, mentee: mentee.name, since: today }
  const season = { program: program.name, name: program.season }
  const one = { ...left, mentorLeftOn: today, menteeLeftOn: null }
  const both = { ...left, mentorLeftOn: today, menteeLeftOn: today }
  const ended = { program: program.name, season: program.season, address: `${site}/seasons/${program.key}/certificate` }
  const words = 'We can never find a time that suits us both.'
  return [
    ['pause', 'pair-news', pauseLetter(mentor, two, mentee.name, today)],
    ['pause-open', 'pair-news', pauseLetter(mentor, two, mentee.name, null)],
    ['extension', 'pair-news', extensionLetter(mentor, two, mentee.name, today, page)],
    ['extension-agreed', 'pair-news', agreedLetter(mentee, two, mentor.name, today)],
    ['extension-suggested', 'pair-news', suggestionLetter(mentor, two, today, page)],
    ['ended', 'pair-ended', endedLetter(mentor, two, mentee.name, today)],
    ['ended-coordinator', 'pair-ended', pairEndedLetter(coordinator, two, today)],
    ['help', 'asks-coordinator', helpLetter(coordinator, two, mentee, words)],
    ['another-match', 'asks-coordinator', anotherMatchLetter(coordinator, two, mentee)],
    ['left-alone', 'left-alone', leftAloneLetter(coordinator.name, season, one, page)],
    ['left-alone-both', 'left-alone', leftAloneLetter(coordinator.name, season, both, page)],
    ['certificate-ready', 'certificate-ready', certificateLetter({ ...mentee, role: 'mentee', ...ended })],
    ['report', 'report', reportLetter(coordinator, `${site}/waiting`)],
    ['report-deputy', 'report', deputyLetter(coordinator, `${site}/waiting`)],
  ]
}

function ofOffice(it: House, { mentor, mentee, coordinator }: SamplePeople): readonly Named[] {
  const { program, organisation, site, today } = it
  const hat = { organisation, hat: 'coordinator' as const, isDeputy: false, season: program.name, untilOn: today }
  const told = { ...hat, by: coordinator.name, hatsUrl: `${site}/me/hats` }
  const glass = {
    season: program.name,
    owner: coordinator.name,
    second: mentor.name,
    reason: 'The application seems to be somebody else’s, and nobody can be reached.',
    untilAt: instantAt(today, '11:00', program.zone),
    privacyContact: null,
    dataUrl: `${site}/me`,
  }
  const waits = {
    name: program.name,
    now: 2,
    counts: [{ kind: 'quiet-pair', many: 3 } as const, { kind: 'certificate', many: 2 } as const],
  }
  const words = { subject: 'Your training', words: 'Please look at the training before Friday.' }
  const stepGone = {
    organisation,
    removedAt: instantAt(today, '09:00', program.zone),
    wearsHat: true,
    stepUrl: `${site}/me/second-step`,
    privacyContact: null,
  }
  const certificate = {
    number: '00000000-0000-4000-8000-000000000000',
    organisation,
    erasedOn: today,
    deleted: [{ holds: 'What somebody says they want and offer', rows: 1 }],
    emptied: [{ holds: 'Each letter, until some days after it was sent', rows: 4 }],
    kept: [{ holds: 'Meetings that took place', rows: 5, why: 'closed totals do not change' }],
    uncounted: ['Private notes'],
    backupsEndOn: today,
  }
  return [
    ['desk-digest', 'desk-digest', digestLetter({ name: coordinator.name, seasons: [waits], desk: `${site}/desk` })],
    [
      'group',
      'from-coordinator',
      groupLetter(mentee, words, { season: { program }, me: coordinator, why: 'takes-part' }),
    ],
    ['hat-given', 'hat', hatGivenLetter(mentor.name, told, false)],
    ['hat-lent', 'hat', hatGivenLetter(mentor.name, told, true)],
    ['hat-taken', 'hat', hatTakenLetter(mentor.name, { ...told, season: null })],
    ['hat-own', 'hat', ownHatLetter(mentor.name, told)],
    ['glass', 'glass', glassLetter(mentee.name, glass)],
    ['erased', 'erased', erasedLetter(certificate, null)],
    ['step-removed', 'step-removed', stepRemovedLetter(coordinator.name, stepGone)],
    ['test', 'test', testLetter(organisation, coordinator.name)],
  ]
}
