import { expect, test } from 'vitest'
import { stagesOfDeeds, teamDeeds } from '../../src/desk/rules/team-deeds.ts'
import { PERMISSIONS } from '../../src/permissions/all.ts'

const ALL = teamDeeds(PERMISSIONS, null)

test('a feed lists what changes something, and nobody’s looking', () => {
  expect(ALL).toContain('meet.endPair')
  expect(ALL).toContain('announce.releaseDecisions')
  for (const [action, it] of Object.entries(PERMISSIONS))
    if (it.looksAt && /\.(see|show|read)/.test(action)) expect(ALL).not.toContain(action)
})

test('nothing of the people team, of a named contact, or for named people only is in it', () => {
  for (const action of ALL) {
    const { hats = [], discreet } = PERMISSIONS[action] ?? {}
    expect(discreet, action).not.toBe(true)
    expect(
      hats.some((it) => it === 'coordinator' || it === 'reviewer'),
      action,
    ).toBe(true)
  }
  expect(ALL).not.toContain('review.clearApplications')
  expect(ALL).not.toContain('meet.readReports')
})

test('the stages of a feed together are all of it', () => {
  const parts = stagesOfDeeds(PERMISSIONS).flatMap((stage) => teamDeeds(PERMISSIONS, stage))
  expect([...parts].sort()).toEqual([...ALL].sort())
})
