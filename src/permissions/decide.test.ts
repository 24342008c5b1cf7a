import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HATS } from '../model/hats.ts'
import { PERMISSIONS } from './all.ts'
import { type Actor, decideAtTheDoor, decidePermission, type Worn } from './decide.ts'

const person = (hats: readonly Worn[], stepped = true): Actor => ({
  kind: 'person',
  personId: 'me',
  hats,
  signInId: 'here',
  stepped,
})
const everyHat = HATS.map((hat) => ({ hat, seasonId: null }))
const token = (hats: readonly Worn[]): Actor => ({ kind: 'token', personId: 'me', hats, tokenId: 'token' })
const actions = Object.keys(PERMISSIONS)
const anAction = fc.constantFrom(...actions)
const someHats = fc.subarray(everyHat)

describe('who may do what', () => {
  it('an action that is not named is refused to everybody', () => {
    for (const actor of [person(everyHat), token(everyHat), { kind: 'program', run: 'x' } as const])
      expect(decidePermission(actor, 'office.readEverything')).toMatchObject({ ok: false, code: 'unknown-action' })
  })

  it('somebody without a hat may do what is for everybody, and nothing else that is not their own', () => {
    for (const action of actions)
      expect(decidePermission(person([]), action).ok, action).toBe(PERMISSIONS[action]?.anyone === true)
  })

  it('a hat opens nothing before the second step', () => {
    fc.assert(
      fc.property(anAction, someHats, (action, hats) => {
        const decided = decidePermission(person(hats, false), action)
        expect(decided.ok).toBe(PERMISSIONS[action]?.anyone === true)
      }),
    )
  })

  it('a hat of one season opens nothing in another, nor for the organisation', () => {
    fc.assert(
      fc.property(anAction, fc.constantFrom('other', undefined), (action, seasonId) => {
        const hats = HATS.map((hat) => ({ hat, seasonId: 'mine' }))
        expect(decidePermission(person(hats), action, { seasonId }).ok).toBe(PERMISSIONS[action]?.anyone === true)
      }),
    )
  })

  it('one more hat never takes a permission away', () => {
    fc.assert(
      fc.property(anAction, someHats, fc.constantFrom(...everyHat), (action, hats, more) => {
        if (decidePermission(person(hats), action).ok)
          expect(decidePermission(person([...hats, more]), action).ok).toBe(true)
      }),
    )
  })

  it('no hat reads private notes, and nobody but their author', () => {
    expect(decidePermission(person(everyHat), 'meet.readNotes', { people: ['somebody'] }).ok).toBe(false)
    expect(decidePermission(person([]), 'meet.readNotes', { people: ['me'] })).toEqual({ ok: true, value: 'own' })
  })

  it('a coordinator in a pair has no hat over that pair', () => {
    const coordinator = person([{ hat: 'coordinator', seasonId: null }])
    const about = { seasonId: 's', people: ['me', 'my mentee'] }
    expect(decidePermission(coordinator, 'meet.endPair', about)).toMatchObject({ ok: false, code: 'own-affair' })
    expect(decidePermission(coordinator, 'meet.endPair', { ...about, people: ['a', 'b'] }).ok).toBe(true)
  })

  it('a token does nothing that asks for a person', () => {
    for (const action of actions.filter((it) => PERMISSIONS[it]?.inPerson && !PERMISSIONS[it]?.anyone))
      expect(decidePermission(token(everyHat), action, { people: ['me'] }).ok, action).toBe(false)
  })

  it('whoever is at the machine does nothing that is for a sign-in of one’s own, whomever they act as', () => {
    const machine: Actor = { kind: 'operator', personId: 'me', hats: everyHat, operatorPersonId: 'operator' }
    for (const action of actions.filter((it) => PERMISSIONS[it]?.signedIn))
      for (const actor of [machine, token(everyHat)])
        expect(decidePermission(actor, action, { people: ['me'] }).ok, action).toBe(false)
  })

  it('what people say in confidence is read, said again and published by a person, in a sign-in of their own', () => {
    for (const action of ['survey.readWords', 'survey.paraphrase', 'survey.publishQuote'])
      expect(PERMISSIONS[action], action).toMatchObject({ inPerson: true, signedIn: true })
  })

  it('the directory service saves and ends people, and reads nothing of a season', () => {
    const service: Actor = { kind: 'directory-service', tokenId: 't' }
    const may = actions.filter((it) => !PERMISSIONS[it]?.anyone && decidePermission(service, it).ok)
    expect(may).toEqual(['people.readPeople', 'people.savePerson', 'people.leave'])
  })

  it('what is for whoever has the machine no hat opens, nor a token, nor that it is one’s own', () => {
    const machine: Actor = { kind: 'operator', personId: 'me', hats: [], operatorPersonId: 'operator' }
    const only = actions.filter((it) => PERMISSIONS[it]?.operatorOnly)
    expect(only).toContain('people.removeLostSecondStep')
    for (const action of only) {
      expect(decidePermission(machine, action, { people: ['somebody'] }).ok, action).toBe(true)
      for (const actor of [person(everyHat, true), token(everyHat)])
        expect(decidePermission(actor, action, { people: ['me'] }).ok, action).toBe(false)
    }
  })

  it('a job of the product does only what is named for it', () => {
    const job: Actor = { kind: 'program', run: 'tick' }
    const may = actions.filter((it) => !PERMISSIONS[it]?.anyone && decidePermission(job, it).ok)
    expect(may).toEqual(actions.filter((it) => PERMISSIONS[it]?.program))
  })

  it('whoever may do something about anything gets past the door', () => {
    const actors = fc.oneof(
      fc.record({ hats: someHats, stepped: fc.boolean() }).map(({ hats, stepped }) => person(hats, stepped)),
      someHats.map(token),
    )
    fc.assert(
      fc.property(anAction, actors, fc.subarray(['me', 'somebody']), (action, actor, people) => {
        if (decidePermission(actor, action, { people, seasonId: 's' }).ok)
          expect(decideAtTheDoor(actor, action).ok, action).toBe(true)
      }),
    )
  })

  it('a link opens the one thing it was made for', () => {
    const link: Actor = { kind: 'link', action: 'results.showResults', about: 'season-a' }
    expect(decidePermission(link, 'results.showResults', { seasonId: 'season-a' }).ok).toBe(true)
    expect(decidePermission(link, 'results.showResults', { seasonId: 'season-b' }).ok).toBe(false)
    expect(decidePermission(link, 'results.makeLink', { seasonId: 'season-a' }).ok).toBe(false)
  })
})
