import { describe, expect, it } from 'vitest'
import { nameFaults, outsideFaults, sizeFaults, wordFaults } from './names.ts'
import { inWords, readFolder, type SourceFile } from './read-source.ts'

const SOURCE = readFolder('src')
const CODE = [...SOURCE, ...readFolder('bench'), ...readFolder('bin'), ...readFolder('tests')]
const BINARY = /\.(png|woff2?|ico)$/

describe('files are small, and their names say what is inside', () => {
  const readable = CODE.filter((file) => !BINARY.test(file.path))

  it('no file is longer than 300 lines, and no test longer than 500', () => {
    expect(readable.length).toBeGreaterThan(200)
    expect(inWords(readable.flatMap(sizeFaults))).toEqual([])
  })

  it('every file, folder and export has a name of its own, in kebab-case for files', () => {
    expect(inWords(readable.flatMap(nameFaults))).toEqual([])
  })

  it('clock, dice and environment stay outside of what is pure, and the environment is read once', () => {
    expect(inWords(SOURCE.flatMap(outsideFaults))).toEqual([])
  })

  it('the product says no word that belongs into the file of one program', () => {
    expect(inWords(SOURCE.flatMap(wordFaults))).toEqual([])
  })
})

describe('a planted fault is named with its file and line', () => {
  const lines = (count: number) => 'export const one = 1\n'.repeat(count)

  it('a file of 301 lines, a test of 501, and a long style sheet is neither', () => {
    expect(sizeFaults({ path: 'src/ui/table.tsx', text: lines(300) })).toEqual([])
    expect(inWords(sizeFaults({ path: 'src/ui/table.tsx', text: lines(301) }))).toEqual([
      'src/ui/table.tsx:301 has 301 lines; the most is 300',
    ])
    expect(sizeFaults({ path: 'src/ui/table.test.tsx', text: lines(500) })).toEqual([])
    expect(inWords(sizeFaults({ path: 'tests/doors/mail.test.ts', text: lines(501) }))).toEqual([
      'tests/doors/mail.test.ts:501 has 501 lines; the most is 500',
    ])
    expect(sizeFaults({ path: 'src/ui/components.css', text: lines(400) })).toEqual([])
  })

  const planted: readonly [title: string, find: (file: SourceFile) => unknown, file: SourceFile, line: number][] = [
    ['a folder of helpers', nameFaults, { path: 'src/journey/helpers/days.ts', text: '' }, 1],
    ['a file of utils', nameFaults, { path: 'src/web/utils.ts', text: '' }, 1],
    ['a barrel', nameFaults, { path: 'src/model/index.ts', text: '' }, 1],
    ['a camel', nameFaults, { path: 'src/model/programFile.ts', text: '' }, 1],
    ['a folder with a capital', nameFaults, { path: 'src/web/Parts/page.tsx', text: '' }, 1],
    [
      'an export that says nothing',
      nameFaults,
      { path: 'src/jobs/tick.ts', text: '\nexport async function handle() {}' },
      2,
    ],
    [
      'a list of exports that says nothing',
      nameFaults,
      { path: 'src/jobs/tick.ts', text: 'export { run as process }' },
      1,
    ],
    ['a default export', nameFaults, { path: 'src/web/site.tsx', text: '\n\nexport default {}' }, 3],
    ['a clock in a rule', outsideFaults, { path: 'src/journey/meet/rules.ts', text: '\nconst at = new Date()' }, 2],
    ['a clock without its brackets', outsideFaults, { path: 'src/model/day.ts', text: 'const at = new Date' }, 1],
    ['milliseconds in the calendar', outsideFaults, { path: 'src/calendar/days.ts', text: 'const at = Date.now()' }, 1],
    ['dice in the match', outsideFaults, { path: 'src/matching/seed.ts', text: 'const a = 6 * Math.random()' }, 1],
    ['a stopwatch in the match', outsideFaults, { path: 'src/matching/solve.ts', text: '\nperformance.now()' }, 2],
    ['an environment in permissions', outsideFaults, { path: 'src/permissions/all.ts', text: 'process.env.X' }, 1],
    ['anything in a rule', outsideFaults, { path: 'src/people/rules.ts', text: 'export function f(x: any) {}' }, 1],
    ['an environment at a door', outsideFaults, { path: 'src/web/serve-site.ts', text: '\n\n\nprocess.env.HOST' }, 4],
    ['a word of one program', wordFaults, { path: 'src/ui/link.tsx', text: 'a\n<p>For Women only</p>' }, 2],
    ['a span of one program', wordFaults, { path: 'src/ui/components.css', text: '.fortnights {}' }, 1],
  ]
  for (const [title, find, file, line] of planted)
    it(title, () => {
      expect(find(file)).toEqual([{ path: file.path, line, says: expect.any(String) }])
    })

  it('a date made from an instant, a comment and a text are none of them', () => {
    const text = "// new Date()\nexport const at = new Date(instant)\nexport const says = 'any of process.env'\n"
    expect(outsideFaults({ path: 'src/calendar/days.ts', text })).toEqual([])
    expect(outsideFaults({ path: 'src/calendar/days.test.ts', text: 'Date.now()' })).toEqual([])
    expect(
      nameFaults({ path: 'src/runtime/postgres/running-process.ts', text: 'export const dataFolder = 1' }),
    ).toEqual([])
  })
})
