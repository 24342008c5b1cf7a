import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BY_STAGE, PERMISSIONS } from './all.ts'
import { printPermissions } from './print.ts'

const PAGE = join(import.meta.dirname, 'actions.md')

it('the printed page says what the permissions say (write it anew with PRINT=1)', () => {
  if (process.env.PRINT) writeFileSync(PAGE, printPermissions())
  expect(readFileSync(PAGE, 'utf8')).toBe(printPermissions())
})

it('every action is named after its stage, and says who may do it', () => {
  for (const [stage, permissions] of Object.entries(BY_STAGE))
    for (const [action, it] of Object.entries(permissions)) {
      expect(action.startsWith(`${stage}.`), action).toBe(true)
      const somebody =
        it.hats.length > 0 || it.own || it.anyone || it.program || it.link || it.operatorOnly || it.directoryService
      expect(somebody, `${action} is for nobody`).toBeTruthy()
    }
  expect(Object.keys(PERMISSIONS)).toHaveLength(Object.values(BY_STAGE).flatMap(Object.keys).length)
})

it('what shows sensitive content of others is recorded wherever a hat opens it', () => {
  for (const [action, it] of Object.entries(PERMISSIONS))
    if (it.looksAt) expect(it.hats.length, `${action} is looked at without a hat`).toBeGreaterThan(0)
})
