import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localPath } from './local-path.ts'

describe('where somebody is led after signing in', () => {
  it.each(['/', '/me', '/seasons/spring?page=2&q=a%20b#top', '/a//b', '/.//x'])('%s is a page of this site', (path) => {
    expect(localPath(path)).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' /me',
    'me',
    '',
    `/${'a'.repeat(500)}`,
    null,
    undefined,
    ['/me'],
  ])('%j is not', (path) => {
    expect(localPath(path)).toBeNull()
  })

  it('whatever is let through stays on this site when a browser reads it', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '\t',
      '\n',
      '.',
      '..',
      'evil.example',
      '@',
      ':',
      '%2f',
      '?',
      '#',
      'https:',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = localPath(parts.join(''))
        if (path !== null) expect(new URL(path, 'https://here.example/sign-in').origin).toBe('https://here.example')
      }),
    )
  })
})
