import { describe, expect, it } from 'vitest'
import { STAGES } from '../../src/journey/stages.ts'
import { importFaults } from './homes.ts'
import { foldersIn, inWords, readFolder } from './read-source.ts'

describe('every home imports only what the table of homes allows', () => {
  it('the list of stages is the list of their folders', () => {
    expect(foldersIn('src/journey')).toEqual([...STAGES].sort())
  })

  it('no file of the product reaches where its home may not', () => {
    const files = readFolder('src', /\.tsx?$/)
    expect(files.length).toBeGreaterThan(150)
    expect(inWords(files.flatMap(importFaults))).toEqual([])
  })
})

describe('a planted import is named with its file and line', () => {
  const planted: readonly [title: string, path: string, text: string, line: number, says: RegExp][] = [
    [
      'a rule that reads the store',
      'src/journey/meet/rules.ts',
      "import type { Day } from '../../model/day.ts'\nimport { meetingsOf } from '../../store/facts.ts'\n",
      2,
      /^is rules of meet and may not import src\/store\/facts\.ts/,
    ],
    [
      'a stage that looks ahead',
      'src/journey/match/rules.ts',
      "\nimport { countSurvey } from '../survey/rules.ts'\n",
      2,
      /later rules/,
    ],
    [
      "a stage that calls another stage's actions",
      'src/journey/results/actions.ts',
      "import { logMeeting } from '../meet/actions.ts'\n",
      1,
      /earlier actions/,
    ],
    [
      'a pure home that opens files',
      'src/matching/seed.ts',
      "import { readFileSync } from 'node:fs'\n",
      1,
      /pure and may not import node:fs/,
    ],
    [
      'a rule that takes a package',
      'src/journey/gather/rules.ts',
      "import {\n  z,\n} from 'zod'\n",
      1,
      /pure and may not import zod/,
    ],
    ['a page that writes SQL', 'src/web/site.tsx', "import { sql } from 'kysely'\n", 1, /belongs to store/],
    [
      'a door that asks the store',
      'src/api/app.ts',
      "import { type Database, openStore } from '../store/database.ts'\n",
      1,
      /is api and may not import/,
    ],
    [
      'a calendar that needs more than types of the model',
      'src/calendar/days.ts',
      "import { daySchema } from '../model/day.ts'\n",
      1,
      /is calendar/,
    ],
    ['a model that passes on a rule', 'src/model/day.ts', "export * from '../people/rules.ts'\n", 1, /is model/],
    ['a component that knows a noun', 'src/ui/link.tsx', "import '../model/program.ts'\n", 1, /is ui/],
    [
      'an import in the middle of the code',
      'src/store/facts.ts',
      "export async function f() {\n  return await import('../runtime/context.ts')\n}\n",
      2,
      /is store/,
    ],
    [
      'a file of a stage that is none of its parts',
      'src/journey/meet/reminders.ts',
      'export const x = 1\n',
      1,
      /no home/,
    ],
    ['a home that is not in the house', 'src/shared/thing.ts', 'export const x = 1\n', 1, /no home/],
  ]
  for (const [title, path, text, line, says] of planted)
    it(title, () => {
      expect(importFaults({ path, text })).toEqual([{ path, line, says: expect.stringMatching(says) }])
    })

  it('what is allowed stays allowed', () => {
    const text = [
      "import { percent } from '../../model/percent.ts'",
      "import { windowsOf } from '../meet/rules.ts'",
      "// import { sql } from '../../store/facts.ts'",
      "const text = `import x from '../../store/facts.ts'`",
      'export function daysBetween(from: Day, until: Day) {',
      "  return [from, 'x']",
      '}',
    ]
    expect(importFaults({ path: 'src/journey/results/rules.ts', text: text.join('\n') })).toEqual([])
    const door = "import type { Database } from '../store/database.ts'\nimport { app } from '../api/app.ts'\n"
    expect(importFaults({ path: 'src/web/site.tsx', text: door })).toEqual([])
  })
})
