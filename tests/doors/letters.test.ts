import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Letter, openPost } from '../../src/outbox/email.ts'
import { fileLetter } from '../../src/outbox/folder.ts'
import { mailServer } from '../make/mail-server.ts'

const LETTERS = Number(process.env.DEPTH ?? 1000)
const AT_ONCE = 20

/** What somebody might be called who wants a letter to say more than it does. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\r\n\r\n',
        '\u2028',
        '\u0085',
        '\v',
        '\t',
        '"',
        '<',
        '>',
        ',',
        ';',
        ':',
        '\\',
      ),
      fc.constantFrom('Bcc: thief@evil.example', 'X-Injected: yes', 'To: thief@evil.example', '<thief@evil.example>'),
      fc.constantFrom('Content-Type: text/html', '=?utf-8?q?=0D=0ABcc:_thief@evil.example?=', '\r\n.\r\nMAIL FROM:<x>'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const letters = fc.record<Letter>({
  id: fc.uuid(),
  name: nasty,
  email: fc.constant('mentee@example.com'),
  subject: nasty.map((text) => `Your pair${text}`),
  body: fc.constant('Hello,\n\nthis is all.\n'),
})

/** The names of the headers of a letter as it came over the wire, and the header of one name. */
function headersOf(source: string): { readonly names: readonly string[]; readonly one: (name: string) => string } {
  const block = source.slice(0, source.indexOf('\r\n\r\n'))
  const unfolded = block.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const one = (name: string) => unfolded.find((line) => line.toLowerCase().startsWith(`${name}:`)) ?? ''
  return { names: unfolded.map((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? line).sort(), one }
}

describe('a name or a subject writes no header', () => {
  it(`in ${LETTERS} letters to people with odd names, over the wire`, async () => {
    const server = await mailServer()
    const post = openPost(server.url, 'Alongside <alongside@example.com>')
    const plain = {
      id: '1',
      name: 'Ada',
      email: 'mentee@example.com',
      subject: 'Hello',
      body: 'Hello,\n\nthis is all.\n',
    }
    await post.send(plain)
    const expected = headersOf(server.received[0]?.source ?? '').names
    expect(expected).toContain('subject')
    const all = fc.sample(letters, LETTERS)
    for (let at = 0; at < all.length; at += AT_ONCE)
      await Promise.all(all.slice(at, at + AT_ONCE).map(async (it) => expect((await post.send(it)).ok).toBe(true)))
    post.close()
    expect(server.received).toHaveLength(LETTERS + 1)
    for (const { to, source } of server.received) {
      const { names, one } = headersOf(source)
      expect(to).toBe('mentee@example.com')
      // A subject in another alphabet does not change which headers there are.
      expect(names).toEqual(expected)
      expect(one('to')).toMatch(/<?mentee@example\.com>?$/)
      const [before = '', text = '', html = '', end, more] = source.split(/^--[^\r\n]*NmP[^\r\n]*$/m)
      expect(before.slice(before.indexOf('\r\n\r\n')) + text + headOf(html)).not.toMatch(/thief|X-Injected/)
      expect([end?.trim(), more]).toEqual(['', undefined])
    }
  }, 120_000)

  it('nor in a letter that is written to the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'alongside-letters-'))
    for (const letter of fc.sample(letters, LETTERS)) {
      fileLetter(folder, '2026-11-24', 'pair', letter)
      const text = readFileSync(join(folder, '2026-11-24', `pair-${letter.id}.txt`), 'utf8')
      const [to, subject, empty] = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
      expect(to).toMatch(/^To: .*<mentee@example\.com>$/)
      expect(subject).toMatch(/^Subject: /)
      expect(empty).toBe('')
    }
  })
})

/** The headers of one part of a letter; its words come after them. */
function headOf(part: string): string {
  return part.slice(0, part.indexOf('\r\n\r\n', 2))
}
