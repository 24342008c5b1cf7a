import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { A_LETTER, report } from '../../tests/make/returned-mail.ts'
import { readBounce } from './read-bounce.ts'

describe('a report that a letter did not arrive', () => {
  it.each([
    ['no such user', report(), { forGood: true, says: 'returned: 5.1.1 550 5.1.1 no such user here' }],
    ['with the headers alone', report({ original: 'text/rfc822-headers' }), { forGood: true }],
    ['a full mailbox', report({ status: '4.2.2' }), { forGood: false }],
    ['late', report({ action: 'delayed', status: '4.4.7' }), { forGood: false }],
  ])('%s is read with its letter, its address and whether it is for good', async (_, source, expected) => {
    expect(await readBounce(source)).toMatchObject([{ letterId: A_LETTER, address: 'mia@example.com', ...expected }])
  })

  it.each([
    ['that it arrived', report({ action: 'delivered', status: '2.0.0' })],
    ['of somebody else’s letter', report().replace('@alongside', '@elsewhere')],
    ['without its letter', report({ original: 'text/plain' })],
    ['that is no report', 'From: a@example.com\r\nSubject: Hello\r\n\r\nOut of office until Monday.'],
    ['that is empty', ''],
  ])('one %s says nothing', async (_, source) => {
    expect(await readBounce(source)).toEqual([])
  })

  it('whatever is handed in is read to an end, and takes no more than twenty addresses', async () => {
    const line = fc.oneof(fc.constantFrom(...report().split('\r\n')), fc.string())
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 60 }), async (lines) => {
        const found = await readBounce(lines.join('\r\n'))
        expect(found.length).toBeLessThanOrEqual(40)
        for (const it of found) expect(it.letterId).toMatch(/^[0-9a-f-]{36}$/)
      }),
      { numRuns: 300 },
    )
  })
})
