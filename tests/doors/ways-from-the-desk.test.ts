import { describe, expect, it } from 'vitest'
import type { DeskLine, Need } from '../../src/desk/rules/desk-line.ts'
import { ORDER } from '../../src/desk/rules/plan-desk.ts'
import { actionsOf } from '../../src/web/coordinator/desk/actions-of-line.ts'
import { KIND_IN_WORDS } from '../../src/web/coordinator/desk/kind-in-words.ts'
import { ROUTES } from '../../src/web/routes.ts'

const ID = '00000000-0000-4000-8000-000000000000'
/** Everything that any kind's way is made of. */
const facts = { pairId: ID, id: ID, personId: ID, course: 'slides', event: { key: 'ama', name: 'AMA' }, role: 'mentor' }
const lineOf = (kind: Need['kind']) => ({ ...facts, kind, people: [ID] }) as unknown as DeskLine
const patterns = ROUTES.filter((it) => it.method === 'GET').map(
  (it) => new RegExp(`^${it.path.replace(/:[a-z]+/gi, '[^/]+')}$`),
)

describe('the ways from a line of the desk', () => {
  it.each(ORDER)('lead somewhere, for a line of the kind %s', (kind) => {
    const season = { id: ID, key: 'autumn', name: 'Autumn', everyDays: 14 }
    for (const opensPeople of [true, false]) {
      const { action, more } = actionsOf({ line: lineOf(kind), season, names: ['Ana'] }, opensPeople)
      for (const way of [action, more])
        if (way)
          expect(
            patterns.some((it) => it.test(new URL(way.href, 'http://x').pathname)),
            way.href,
          ).toBe(true)
    }
    expect(KIND_IN_WORDS[kind]).toHaveLength(2)
  })
})
