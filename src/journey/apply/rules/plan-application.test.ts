import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTHING_GIVEN } from '../../../model/given-application.ts'
import type { Asked, Program } from '../../../model/program.ts'
import { readProgram } from '../../design/load-program.ts'
import { asGiven, planApplication } from './plan-application.ts'
import { planWishes, wordsIn } from './plan-wishes.ts'

const read = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!read.ok) throw new Error('the program of 2021 does not load')
const ask = (key: string, kind: Asked['kind'], more: Partial<Asked> = {}): Asked => ({
  ...{ key, kind, text: key, required: false, readBy: 'the coordinator', why: 'to know', shareable: false },
  ...more,
})
const program: Program = {
  ...read.value,
  roles: {
    ...read.value.roles,
    mentee: {
      ...read.value.roles.mentee,
      requirements: [{ kind: 'commitment', text: 'Half an hour.' }],
      questions: [
        ask('topics', 'topics', { options: ['Feedback'], required: true }),
        ask('management_track', 'yes-no'),
        ask('capacity', 'number'),
        ask('language', 'choice', { options: ['English', 'Deutsch'] }),
        ask('about', 'long-text'),
        ask('nickname', 'text', { required: true }),
      ],
    },
  },
}
const complete = { topics: ['feedback', 'Bee keeping'], nickname: ['Bo'] }
const plan = (answers: Record<string, string[]>, confirms = ['commitment'], isDual = false) =>
  planApplication(program, 'mentee', { ...NOTHING_GIVEN, answers: { ...complete, ...answers }, confirms }, isDual)

describe('an application form', () => {
  it('puts what a sheet has a column for into that column, and the rest under its key', () => {
    const given = { management_track: ['yes'], capacity: [' 2 '], language: ['Deutsch'], about: ['a\r\nb '] }
    expect(plan(given)).toEqual({
      faults: [],
      content: {
        topics: ['Feedback', 'Bee keeping'],
        management_track: true,
        mentored_before: null,
        capacity: 2,
        about: 'a\nb',
        answers: { language: 'Deutsch', nickname: 'Bo' },
        commits: true,
        trainings: null,
        identity: null,
        certificate: null,
        manager_informed: null,
        asynchronous: null,
      },
    })
  })

  it.each([
    ['topics', [], 'choose'],
    ['topics', Array.from({ length: 13 }, (_, at) => `word ${at}`), 'too-many'],
    ['nickname', ['  '], 'write'],
    ['nickname', ['x'.repeat(301)], 'too-long'],
    ['about', ['x'.repeat(5001)], 'too-long'],
    ['capacity', ['two'], 'whole-number'],
    ['capacity', ['-1'], 'whole-number'],
    ['language', ['Klingon'], 'not-offered'],
    ['management_track', ['perhaps'], 'not-offered'],
  ])('%s of %j is to look at again: %s', (key, given, code) => {
    expect(plan({ [key]: given }).faults).toMatchObject([{ place: `q-${key}`, code }])
  })

  it('what is not confirmed is named, and who does both says so of their manager', () => {
    expect(plan({}, []).faults).toMatchObject([{ place: 'confirm-commitment', code: 'confirm' }])
    expect(plan({}, []).content.commits).toBe(false)
    expect(plan({}, ['commitment'], true).content.manager_informed).toBe(false)
  })

  it('what was sent fills the same form again', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 3 })
    const answers = fc.record({ topics: words, about: words, nickname: words, language: words, capacity: words })
    fc.assert(
      fc.property(answers, fc.subarray(['commitment']), (given, confirms) => {
        const { content } = plan(given, confirms)
        const again = asGiven(program, 'mentee', content, { wishes: '', blocks: '' })
        expect(planApplication(program, 'mentee', again, false).content).toEqual(content)
      }),
    )
  })
})

describe('wishes and blocks', () => {
  const ann = { id: 'ann', name: 'Ann Lee', email: 'ann@x.example' }
  const twin = { id: 'twin', name: 'Ann Lee', email: 'twin@x.example' }
  it.each([
    ['ann@x.example', [ann], [], ['ann']],
    ['  ANN   lee \n\nann@X.example', [ann], [], ['ann']],
    ['Ann Lee', [ann, twin], ['several-called'], []],
    ['Bob', [ann], ['nobody-called'], []],
    ['Me', [{ id: 'me', name: 'Me', email: 'me@x.example' }], ['oneself'], []],
    ['a\nb\nc\nd', [], ['too-many'], []],
  ])('%j among %j', (wishes, found, codes, ids) => {
    expect(wordsIn({ wishes, blocks: '' }).every((word) => word === word.toLowerCase())).toBe(true)
    const planned = planWishes({ wishes, blocks: '' }, found, 'me')
    expect(planned.faults.map((it) => it.code)).toEqual(codes)
    expect(planned.wishes.wishes).toEqual(ids)
  })

  it('nobody stands in both lists', () => {
    const both = planWishes({ wishes: 'ann lee', blocks: 'ann@x.example' }, [ann], 'me')
    expect(both.faults.map((it) => it.code)).toEqual(['both-lists'])
  })
})
