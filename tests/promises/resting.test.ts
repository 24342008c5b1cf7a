import { expect, it } from 'vitest'
import { PERMISSIONS } from '../../src/permissions/all.ts'
import { RESTING_ACTIONS, restsWhenClosed } from '../../src/permissions/resting.ts'
import { readFolder } from '../architecture/read-source.ts'

/** Stages whose changes are of the season itself, and what of them goes on after its close, with the reason. */
const OF_THE_SEASON = ['apply', 'review', 'match', 'announce', 'learn', 'gather']
const GOES_ON: Readonly<Record<string, string>> = {
  'apply.withdrawApplication': 'taking back is always theirs',
  'apply.askForNextCall': 'it is about the next season',
  'apply.answerManager': 'a link that was sent is answered',
  'review.keepFilter': 'it changes what one sees',
  'review.keepNote': 'a note changes no decision',
  'review.excuseOneself': 'whoever is too near says so at any time',
  'match.listRuns': 'it looks',
  'match.followRun': 'it looks',
  'match.priceRule': 'it looks',
  'match.removeComment': 'taking back is always theirs',
  'announce.sendTest': 'it goes to oneself',
  'announce.withdrawRelease': 'it takes back',
  'announce.sendAgain': 'letters of later surveys may not arrive',
  'gather.withdrawQuestion': 'taking back is always theirs',
  'gather.hideQuestion': 'what hurts somebody is taken off at any time',
  'gather.checkIn': 'its code holds on its day alone',
}
const LOOKS = /\.(see|show|read|open|preview|check|search|find|compare|download|export|look|list)[A-Z]/

it('every action that rests once its season is closed is one of the product', () => {
  expect(RESTING_ACTIONS.filter((it) => !PERMISSIONS[it])).toEqual([])
})

it('whatever changes a season rests with it, or goes on for a reason that is written down', () => {
  const changes = Object.entries(PERMISSIONS)
    .filter(([action, it]) => OF_THE_SEASON.includes(action.split('.')[0] ?? '') && !it.program)
    .map(([action]) => action)
    .filter((action) => !LOOKS.test(action) || action === 'gather.checkIn')
  expect(changes.filter((it) => !restsWhenClosed(it) && !(it in GOES_ON))).toEqual([])
  expect(Object.keys(GOES_ON).filter((it) => restsWhenClosed(it) || !PERMISSIONS[it])).toEqual([])
})

it('whoever waits for a season after the permission was asked looks once more whether it is closed', () => {
  const faults = readFolder('src', /(?<!\.test)\.ts$/).flatMap(({ path, text }) => {
    const waits = text.matchAll(/permit\(ctx, tx, '([\w.]+)'(?:(?!permit\(|function ).)*?\block(Open)?Season\(/gs)
    return [...waits].flatMap(([, action = '', open]) =>
      restsWhenClosed(action) && !open ? [`${path}: ${action}`] : [],
    )
  })
  expect(faults).toEqual([])
})
