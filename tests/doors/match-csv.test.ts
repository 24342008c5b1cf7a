import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exitFor } from '../../src/cli/exit.ts'
import { showProgress } from '../../src/cli/show-progress.ts'
import { verifyMatch } from '../../src/cli/verify-match.ts'
import { exampleSheets, matchSheets, OLS, olsSheets } from '../make/match-sheets.ts'

const verify = (folder: string) => verifyMatch(['match', 'verify', folder], process.cwd())

/** What the command line prints and its exit code when something is refused. */
async function refusal(doing: () => unknown): Promise<readonly [number, string]> {
  try {
    await doing()
    return [0, '']
  } catch (error) {
    const { code, lines } = exitFor(error)
    return [code, lines.join('\n')]
  }
}

describe('a match of two spreadsheets alone', () => {
  it.skipIf(!existsSync(OLS))(
    'the cohort ols-5: everybody is covered, and the certificate is accepted (skipped where ../shared/data is absent)',
    async () => {
      const sheets = olsSheets('ols-5')
      const { lines, out, textOf } = await matchSheets(sheets)
      expect(lines).toContain('columns not used: shoe size')
      expect(lines.join('\n')).toContain('Proved: no better match exists under these rules.')
      const projects = sheets.mentees.trim().split('\r\n').length - 1
      expect(textOf('pairs.csv').trim().split('\r\n').length - 1).toBe(projects)
      expect(verify(out)[0]).toMatch(new RegExp(`^The certificate holds: ${projects} pairs`))
    },
  )

  it('the example of the documentation gives what it says, and the same bytes the second time', async () => {
    const [first, second] = [await matchSheets(exampleSheets()), await matchSheets(exampleSheets())]
    for (const name of ['pairs.csv', 'unmatched.csv', 'certificate.json', 'report.html'])
      expect(first.textOf(name)).toBe(second.textOf(name))
    const [header, ...pairs] = first.textOf('pairs.csv').trim().split('\r\n')
    expect(header).toBe('mentor_email,mentee_email,worth,topics,wishes,experience,seniority,overlap,language')
    expect(pairs).toHaveLength(5)
    for (const [, , worth, ...terms] of pairs.map((line) => line.split(',')))
      expect(terms.reduce((sum, it) => sum + Number(it), 0)).toBe(Number(worth))
    expect(first.textOf('unmatched.csv')).toContain('bianca@example.org,Bianca Marchetti,mentee,1,')
    expect(first.steps.at(-1)).toBe('Done')
    expect(verify(first.out)).toHaveLength(3)
  })

  it('after any changed byte the match is refused', async () => {
    const { out } = await matchSheets(exampleSheets())
    for (const name of ['pairs.csv', 'unmatched.csv', 'report.html', 'certificate.json']) {
      const path = join(out, name)
      const bytes = readFileSync(path)
      const step = Math.max(1, Math.floor(bytes.length / 25))
      for (let at = 0; at < bytes.length; at += step) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 1
        writeFileSync(path, changed)
        expect(await refusal(() => verify(out)), `${name}, byte ${at}`).toEqual([5, expect.stringContaining('not')])
      }
      writeFileSync(path, bytes)
    }
    expect(verify(out)).toHaveLength(3)
  })

  it('another pair than the best is refused, whoever wrote all digests anew', async () => {
    const { certificateFile, readCertificateFile } = await import('../../src/cli/match-certificate.ts')
    const { out, textOf } = await matchSheets(exampleSheets())
    const file = readCertificateFile(textOf('certificate.json'))
    if (!file) throw new Error('the certificate cannot be read')
    const certificate = structuredClone(file.certificate) as { pairs: { mentorId: string }[] }
    const [one, other] = certificate.pairs
    if (!one || !other) throw new Error('there are too few pairs')
    const swapped = one.mentorId
    one.mentorId = other.mentorId
    other.mentorId = swapped
    const files = Object.fromEntries(Object.keys(file.files).map((name) => [name, textOf(name)]))
    writeFileSync(join(out, 'certificate.json'), certificateFile(file, certificate, files))
    expect(await refusal(() => verify(out))).toEqual([5, expect.stringContaining('match-not-proved')])
  })

  it('a proof that proves nothing is refused, though every file is as it was written', async () => {
    const { certificateFile, readCertificateFile } = await import('../../src/cli/match-certificate.ts')
    const { out, textOf } = await matchSheets(exampleSheets())
    const file = readCertificateFile(textOf('certificate.json'))
    if (!file) throw new Error('the certificate cannot be read')
    const certificate = structuredClone(file.certificate) as { cases: { prices: { mentees: number[] } }[] }
    for (const it of certificate.cases) it.prices.mentees.fill(0)
    const files = Object.fromEntries(Object.keys(file.files).map((name) => [name, textOf(name)]))
    writeFileSync(join(out, 'certificate.json'), certificateFile(file, certificate, files))
    expect(await refusal(() => verify(out))).toEqual([5, expect.stringContaining('match-not-proved')])
  })

  it('a block keeps two people apart, is named nowhere as one, and cannot be told from a forbidden pair', async () => {
    const mentors = 'email,blocks\na@example.org,x@example.org\nb@example.org,\n'
    const blocked = await matchSheets({ mentors, mentees: 'email\nx@example.org\n' })
    expect(blocked.textOf('pairs.csv')).toContain('b@example.org,x@example.org')
    const other = await matchSheets({
      mentors: 'email\na@example.org\nb@example.org\n',
      mentees: 'email,blocks\nx@example.org,a@example.org\n',
    })
    for (const name of ['pairs.csv', 'unmatched.csv', 'certificate.json'])
      expect(blocked.textOf(name)).toBe(other.textOf(name))
  })

  it('whoever applied for both serves as a mentor where places are short', async () => {
    const { lines, textOf } = await matchSheets({
      mentors: 'email\na@example.org\nb@example.org\n',
      mentees: 'email\na@example.org\nx@example.org\ny@example.org\n',
    })
    expect(lines.join('\n')).toContain('2 places for 3 mentees')
    expect(textOf('pairs.csv')).not.toContain(',a@example.org,')
  })

  it('a pin is kept, and one that cannot be is said with its reason', async () => {
    const pin = (mentor: string, mentee: string) => `{ mentor: ${mentor}@example.org, mentee: ${mentee}@example.org }`
    const { lines, textOf } = await matchSheets({
      mentors: 'email,division\na@example.org,One\nb@example.org,Two\n',
      mentees: 'email,division\nx@example.org,Three\ny@example.org,Two\n',
      policy: `pinned: [${pin('b', 'x')}, ${pin('b', 'y')}, ${pin('a', 'nobody')}]`,
    })
    expect(textOf('pairs.csv')).toContain('b@example.org,x@example.org')
    const notes = lines.filter((it) => it.startsWith('note:'))
    expect(notes.map((it) => it.slice(it.indexOf('. ') + 2))).toEqual([
      'nobody@example.org is in neither sheet.',
      'Both belong to the same division.',
    ])
  })

  it('no cell that is written begins a formula', async () => {
    const { textOf } = await matchSheets({
      mentors: 'email,name\n=a@example.org,=1+1\n',
      mentees: 'email,name\nx@example.org,X\ny@example.org,+2\n',
    })
    expect(textOf('pairs.csv') + textOf('unmatched.csv')).not.toMatch(/(^|,)[=+@-]/m)
    expect(textOf('pairs.csv')).toContain("'=a@example.org")
  })

  it('bad rows are said by number and cause, and nothing else is lost', async () => {
    const { lines, textOf } = await matchSheets({
      mentors: [
        'EMAIL,Capacity,time zone,works_on,level,applied_at,blocks',
        'a@example.org,1,Europe/Berlin,Mon-Thu,4,2026-08-01,',
        'not an address,1,,,,,',
        'b@example.org,-1,,,,,',
        'c@example.org,1,Mars/Base,,,,',
        'd@example.org,1,UTC+5:30,Someday,,,',
        'e@example.org,1,GMT-3,,high,,',
        'f@example.org,1,,,,01/02/2026,',
        'g@example.org,1,,,,,nobody',
        'a@example.org,1,,,,,',
        'h@example.org,2',
      ].join('\n'),
      mentees: 'email\nx@example.org\n',
    })
    const said = lines.filter((it) => it.startsWith('row '))
    expect(said.map((it) => it.slice(0, it.indexOf(':')))).toEqual([
      ...['row 3, email', 'row 4, capacity', 'row 5, time_zone', 'row 6, works_on'],
      ...['row 7, level', 'row 8, applied_at', 'row 9, blocks', 'row 10, email', 'row 11'],
    ])
    expect(textOf('pairs.csv')).toContain('a@example.org,x@example.org')
  })

  it.each([
    ['weights: { topics: -1 }', 'line 1, column 12'],
    ['seed: 1\nweigths: { topics: 1 }', 'line 2, column 1'],
    ['weights: { topics: 0 }', 'line 1, column 1'],
    ['load: { minimum: 3, maximum: 2 }', 'line 1, column 9'],
    ['season: { from: 2026-09-01, until: 2026-08-01 }', 'line 1, column 29'],
    ['pinned: [{ mentor: a, mentee: x@example.org }]', 'line 1, column 12'],
    ['weights: [', 'line 1'],
    ['', 'line 1, column 1'],
  ])('the policy %j is refused at %s', async (policy, place) => {
    const { matchCsv } = await import('../../src/cli/match-csv.ts')
    const { folderWith } = await import('../make/match-sheets.ts')
    const folder = folderWith({ mentors: 'email\na@example.org\n', mentees: 'email\nx@example.org\n' })
    writeFileSync(join(folder, 'p.yaml'), policy)
    const words = [
      'match',
      'csv',
      '--mentors',
      'mentors.csv',
      '--mentees',
      'mentees.csv',
      '--policy',
      'p.yaml',
      '--out',
      'o',
    ]
    expect(await refusal(() => matchCsv(words, folder, () => undefined))).toEqual([2, expect.stringContaining(place)])
    expect(existsSync(join(folder, 'o'))).toBe(false)
  })

  it.each([
    [{ mentors: 'name\nA\n', mentees: 'email\n' }, 'no column email'],
    [{ mentors: '', mentees: 'email\n' }, 'empty'],
    [{ mentors: 'email,email\na,b\n', mentees: 'email\n' }, 'occurs 2 times'],
  ])('a sheet that cannot be read is refused with the reason: %j', async (sheets, reason) => {
    expect(await refusal(() => matchSheets(sheets))).toEqual([2, expect.stringContaining(reason)])
  })

  it('two sheets without people are answered, not refused', async () => {
    const { textOf, out } = await matchSheets({ mentors: 'email\n', mentees: 'email\n' })
    expect(textOf('report.html')).toContain('No pairs')
    expect(verify(out)).toHaveLength(3)
  })

  it('a folder that holds no match, and no folder at all, are said', async () => {
    expect((await refusal(() => verify('/nowhere')))[0]).toBe(2)
    expect((await refusal(() => verifyMatch(['match', 'verify'], '.')))[0]).toBe(2)
  })

  it('progress is a bar at a terminal and plain lines elsewhere', () => {
    const written: string[] = []
    const write = (text: string) => written.push(text)
    showProgress({ write })(0.5, 'Matching')
    showProgress({ isTTY: true, write })(0.5, 'Matching')
    showProgress({ isTTY: true, write })(1, 'Done')
    expect(written).toEqual(['Matching ...\n', '\r\u001b[K[############............] Matching', '\r\u001b[K'])
  })
})
