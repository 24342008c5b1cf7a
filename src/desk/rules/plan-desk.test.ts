import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import type { DeskFacts } from './desk-line.ts'
import { openLines, planDesk } from './plan-desk.ts'

const TODAY = '2026-10-12'
const NOTHING: DeskFacts = {
  today: TODAY,
  quiet: [],
  two: new Map([['pair', ['mentor', 'mentee']]]),
  requests: [],
  lookAgain: [],
  uncertified: [],
  trainings: [],
  undelivered: [],
  seats: [],
  questions: [],
  surveys: [],
  freed: [],
  closing: { endsOn: '2026-12-04', isDecided: false, pairsUntil: '2026-11-06', closableOn: '2027-01-15' },
  selection: {
    closesOn: '2026-09-01',
    announcedOn: '2026-09-10',
    applications: 0,
    undecided: 0,
    reviewsDueOn: '2026-09-06',
    hasReviewsOut: false,
    laterSince: null,
    lateDecidedOn: null,
    isPublished: true,
    drafts: 0,
    untold: 0,
    waiting: 0,
    reserve: 0,
    late: { mentor: 0, mentee: 0 },
    choosing: null,
  },
}
const with_ = (it: Partial<DeskFacts>) => planDesk({ ...NOTHING, ...it })
const quiet = (state: 'quiet' | 'disagree', windows = 1) => ({
  pairId: 'pair',
  state,
  windows,
  window: { index: 1, firstDay: '2026-09-22', lastDay: '2026-10-05' },
})
const request = (kind: 'help' | 'another-match') => ({
  id: 'r',
  kind,
  pairId: 'pair',
  askedBy: 'mentee',
  askedOn: '2026-10-09',
})
const FIVE = ['a', 'b', 'c', 'd', 'e']
const event = { key: 'kickoff', name: 'Kickoff' }
const survey = {
  survey: 'Half-way',
  role: 'mentor' as const,
  opens: '2026-10-01',
  closes: '2026-10-14',
  answered: 3,
  invited: 8,
  targetPercent: 50,
}
const training = {
  training: 'Inclusion',
  course: 'slides',
  dueOn: '2026-10-15',
  completed: 40,
  expected: 64,
  targetPercent: 90,
}
const freed = { pairId: 'pair', mentorId: 'mentor', endedOn: '2026-10-08', waiting: 2 }
const reviewing = { undecided: 4, reviewsDueOn: '2026-10-16', hasReviewsOut: true }
const selecting = {
  ...NOTHING.selection,
  announcedOn: '2026-10-20',
  closesOn: '2026-10-05',
  isPublished: false,
  applications: 9,
}

const choosing = (standing: 'to-send' | 'missed' | 'open' | 'over') => ({
  standing,
  chooseBy: '2026-10-15',
  asked: 9,
  chose: 4,
})

describe('what stands on a coordinator’s desk', () => {
  it('holds nothing where nothing needs a person', () => expect(planDesk(NOTHING)).toEqual([]))

  it('holds nothing of the match while mentees choose', () =>
    expect(with_({ selection: { ...selecting, choosing: choosing('open') } })).toEqual([]))

  it.each([
    [
      'a pair that has gone quiet, three days after its line came',
      { quiet: [quiet('quiet')] },
      'quiet-pair',
      '2026-10-10',
    ],
    ['two who remember a window differently', { quiet: [quiet('disagree')] }, 'disagree', '2026-10-10'],
    ['somebody who asked for help, two days later', { requests: [request('help')] }, 'help', '2026-10-11'],
    [
      'somebody who asked for another match, five days later',
      { requests: [request('another-match')] },
      'another-match',
      '2026-10-14',
    ],
    [
      'a promised answer on its own day',
      { lookAgain: [{ id: 'l', personId: 'p', dueOn: '2026-10-30' }] },
      'look-again',
      '2026-10-30',
    ],
    [
      'a certificate the day before the pair begins',
      { uncertified: [{ personId: 'p', training: 'Inclusion', startsOn: '2026-10-14' }] },
      'certificate',
      '2026-10-13',
    ],
    [
      'letters that could not be delivered',
      { undelivered: [{ personId: 'p', letters: 2, on: '2026-10-11' }] },
      'undelivered',
      '2026-10-13',
    ],
    [
      'an event that leaves people without an hour, a week before it',
      { seats: [{ event, firstDay: '2026-10-27', without: FIVE, roster: 64 }] },
      'seats',
      '2026-10-20',
    ],
    [
      'questions that wait for an event',
      { questions: [{ event, waiting: 8, firstDay: '2026-10-15' }] },
      'questions',
      '2026-10-15',
    ],
    ['a survey with less than half of its answers, near its close', { surveys: [survey] }, 'survey', '2026-10-14'],
    ['a training behind its target, near its day', { trainings: [training] }, 'training', '2026-10-15'],
    [
      'a late mentor while a mentee waits',
      { selection: { ...NOTHING.selection, waiting: 1, late: { mentor: 1, mentee: 0 } } },
      'late',
      '2026-10-17',
    ],
    [
      'a late mentee while a mentor is in reserve',
      { selection: { ...NOTHING.selection, reserve: 1, late: { mentor: 0, mentee: 2 } } },
      'late',
      '2026-10-17',
    ],
    ['applications without a decision', { selection: { ...selecting, undecided: 4 } }, 'decide', '2026-10-16'],
    ['a match that can be run', { selection: selecting }, 'match', '2026-10-18'],
    [
      'shortlists to be sent, days before the last on which mentees choose',
      { selection: { ...selecting, choosing: choosing('to-send') } },
      'shortlists',
      '2026-10-10',
    ],
    [
      'shortlists that nobody sent before the day to choose had passed',
      { selection: { ...selecting, choosing: choosing('missed') } },
      'shortlists',
      '2026-10-10',
    ],
    [
      'a match, once the day to choose has passed',
      { selection: { ...selecting, choosing: choosing('over') } },
      'match',
      '2026-10-18',
    ],
    [
      'letters to be read before they leave',
      { selection: { ...selecting, isPublished: true, drafts: 40, untold: 16 } },
      'announce',
      '2026-10-19',
    ],
    [
      'pairs that have not heard, before anybody opened the letters',
      { selection: { ...selecting, isPublished: true, untold: 32 } },
      'announce',
      '2026-10-19',
    ],
    [
      'letters to a later pair, the day after it was published',
      { selection: { ...NOTHING.selection, drafts: 2, untold: 1, laterSince: '2026-10-10' } },
      'announce',
      '2026-10-11',
    ],
    [
      'letters to those who were decided later and got no place',
      { selection: { ...NOTHING.selection, drafts: 2, lateDecidedOn: '2026-10-08' } },
      'announce',
      '2026-10-14',
    ],
    [
      'a mentee who waits while a mentor is in reserve',
      { selection: { ...NOTHING.selection, waiting: 1, reserve: 1 } },
      'place',
      '2026-10-17',
    ],
    [
      'a mentor who may have a place free while somebody waits whom they could have',
      { freed: [freed] },
      'free-place',
      '2026-10-13',
    ],
    [
      'reviews that are out when a call has not closed yet',
      { selection: { ...selecting, ...reviewing, closesOn: TODAY } },
      'reviews',
      '2026-10-16',
    ],
    [
      'that nothing is decided of the program after the season has ended',
      { closing: { endsOn: '2026-10-11', isDecided: false, pairsUntil: '2026-09-01', closableOn: '2026-10-17' } },
      'season-decision',
      '2026-10-25',
    ],
    [
      'that a season can be closed once no meeting can be denied any more',
      { closing: { endsOn: '2026-10-01', isDecided: true, pairsUntil: '2026-09-01', closableOn: TODAY } },
      'season-closing',
      '2026-11-11',
    ],
  ] as const)('says %s', (_, facts, kind, dueOn) => {
    expect(with_(facts as Partial<DeskFacts>).map((it) => [it.kind, it.dueOn])).toEqual([[kind, dueOn]])
  })

  it.each([
    ['an event whose people all have an hour', { seats: [{ event, firstDay: '2026-10-27', without: [], roster: 64 }] }],
    ['an event more than three weeks ahead', { seats: [{ event, firstDay: '2026-11-03', without: FIVE, roster: 64 }] }],
    ['an event that is over', { seats: [{ event, firstDay: '2026-10-11', without: FIVE, roster: 64 }] }],
    ['questions for an event more than a week ahead', { questions: [{ event, waiting: 8, firstDay: '2026-10-20' }] }],
    ['a survey with half of its answers', { surveys: [{ ...survey, answered: 4 }] }],
    ['a survey that closes in more than five days', { surveys: [{ ...survey, closes: '2026-10-18' }] }],
    ['a survey that is not open yet', { surveys: [{ ...survey, opens: '2026-10-13' }] }],
    ['early leavers, who are asked once', { surveys: [{ ...survey, role: 'leaver' as const }] }],
    ['supervisors of a survey', { surveys: [{ ...survey, role: 'supervisor' as const }] }],
    ['a survey that nobody is invited to', { surveys: [{ ...survey, answered: 0, invited: 0 }] }],
    [
      'a certificate more than two weeks ahead',
      { uncertified: [{ personId: 'p', training: 'Inclusion', startsOn: '2026-10-27' }] },
    ],
    ['a training that has reached its target', { trainings: [{ ...training, completed: 58 }] }],
    ['a training whose day is more than a week ahead', { trainings: [{ ...training, dueOn: '2026-10-20' }] }],
    ['a training that is asked of nobody', { trainings: [{ ...training, completed: 0, expected: 0 }] }],
    [
      'a late application that would complete no pair',
      { selection: { ...NOTHING.selection, reserve: 1, late: { mentor: 3, mentee: 0 } } },
    ],
    [
      'a late application before the pairs are there',
      { selection: { ...selecting, applications: 0, waiting: 1, late: { mentor: 1, mentee: 0 } } },
    ],
    ['applications while a call is still open', { selection: { ...selecting, closesOn: TODAY, undecided: 4 } }],
    ['a free place whom nobody who waits could have', { freed: [{ ...freed, waiting: 0 }] }],
    [
      'a free place when a new pair would have no time',
      { freed: [freed], closing: { ...NOTHING.closing, pairsUntil: '2026-10-11' } },
    ],
    ['the decision on the last day of a season', { closing: { ...NOTHING.closing, endsOn: TODAY } }],
    ['the decision once it is recorded', { closing: { ...NOTHING.closing, endsOn: '2026-10-01', isDecided: true } }],
    [
      'reviews more than a week before they are due',
      { selection: { ...selecting, ...reviewing, closesOn: TODAY, reviewsDueOn: '2026-10-20' } },
    ],
    [
      'reviews once it is decided',
      { selection: { ...selecting, ...reviewing, undecided: 0, isPublished: true, hasReviewsOut: true } },
    ],
    ['mentees who wait while nobody is in reserve', { selection: { ...NOTHING.selection, waiting: 4 } }],
  ])('does not say %s', (_, facts) => expect(with_(facts as Partial<DeskFacts>)).toEqual([]))

  it('puts what is due first before the rest, and on one day what costs more to wait', () => {
    const lines = with_({
      lookAgain: [{ id: 'l', personId: 'p', dueOn: '2026-10-11' }],
      requests: [request('help'), { ...request('another-match'), askedOn: '2026-10-06' }],
    })
    expect(lines.map((it) => it.kind)).toEqual(['help', 'another-match', 'look-again'])
  })

  const days = fc.integer({ min: -30, max: 30 }).map((n) => addDays(TODAY, n))
  const anyFacts = fc.record({
    lookAgain: fc.array(fc.record({ id: fc.uuid(), personId: fc.uuid(), dueOn: days }), { maxLength: 5 }),
    undelivered: fc.array(fc.record({ personId: fc.uuid(), letters: fc.integer({ min: 1, max: 9 }), on: days }), {
      maxLength: 5,
    }),
    uncertified: fc.array(fc.record({ personId: fc.uuid(), training: fc.constant('Inclusion'), startsOn: days }), {
      maxLength: 5,
    }),
  })

  it('has one key for each line and an order that does not hang on the order of the facts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const lines = with_(facts)
        const turned = with_({
          lookAgain: facts.lookAgain.toReversed(),
          undelivered: facts.undelivered.toReversed(),
          uncertified: facts.uncertified.toReversed(),
        })
        expect(turned.map((it) => it.key)).toEqual(lines.map((it) => it.key))
        expect(new Set(lines.map((it) => it.key)).size).toBe(lines.length)
        expect(lines.map((it) => it.dueOn)).toEqual(lines.map((it) => it.dueOn).sort())
      }),
    )
  })

  it('leaves out what is done, and what is put off until its day', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), days, (facts, isDone, until) => {
        const lines = with_(facts)
        const marks = lines
          .slice(0, 2)
          .map(({ key }) =>
            isDone ? { key, state: 'done' as const, until: null } : { key, state: 'snoozed' as const, until },
          )
        const open = openLines(lines, marks, TODAY)
        const isOff = isDone || until > TODAY
        expect(open).toEqual(isOff ? lines.slice(2) : lines)
      }),
    )
  })
})
