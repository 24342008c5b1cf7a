import { expect, it } from 'vitest'
import { PROGRAM_SHAPE } from '../../../journey/design/rules/program-shape.ts'
import { DRAFT_PARTS, partOf } from './draft-parts.ts'

it('whatever a program may say has its place in one part of the form', () => {
  const names = DRAFT_PARTS.flatMap((part) => [...part.names])
  expect([...names].sort()).toEqual(Object.keys(PROGRAM_SHAPE.properties ?? {}).sort())
  expect(new Set(names).size).toBe(names.length)
  expect(partOf('roles.mentor.call.opens')).toBe('roles')
})
