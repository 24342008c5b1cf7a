import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlLetter } from './html-letter.tsx'

const mainOf = (body: string) =>
  /<main><h1>A subject<\/h1>([\s\S]*)<\/main>/.exec(htmlLetter({ subject: 'A subject', body }))?.[1] ?? ''
const asText = (html: string) =>
  html
    .replaceAll('</p><p>', '\n\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

describe('a letter as HTML', () => {
  it.each([
    ['Hello Ada,\n\nCome at ten.', '<p>Hello Ada,</p><p>Come at ten.</p>'],
    [
      'See https://a.example/b?c=1&d=2.',
      '<p>See <a href="https://a.example/b?c=1&amp;d=2">https://a.example/b</a>.</p>',
    ],
    [
      'Yes, we met: https://a.example/b?c=1\nNo: https://a.example/d.',
      '<p><a href="https://a.example/b?c=1">Yes, we met</a>\nNo: <a href="https://a.example/d">https://a.example/d</a>.</p>',
    ],
    ['a\nb\n\n\n\nc', '<p>a\nb</p><p>c</p>'],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
    ['', ''],
  ])('%j reads the same', (body, html) => {
    expect(mainOf(body)).toBe(html)
  })

  it('says word for word what its text says, whatever somebody wrote, and is never more than paragraphs and links', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.string(), (before, url, after) => {
        const body = `${before} ${url} ${after}<script>x</script>`
        const paragraphs = body.split(/\n{2,}/).map((it) => it.trim())
        expect(asText(mainOf(body))).toBe(paragraphs.filter(Boolean).join('\n\n'))
        expect(mainOf(body).match(/<(?!\/?(p|a)\b)/g)).toBeNull()
      }),
    )
  })

  it('loads nothing from anywhere', () => {
    expect(htmlLetter({ subject: 's', body: 'https://a.example/x.png' })).not.toMatch(
      /<(img|link|script|iframe)|url\(|@import/,
    )
  })
})
