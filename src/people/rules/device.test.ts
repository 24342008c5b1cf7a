import { describe, expect, it } from 'vitest'
import { deviceInWords } from './device.ts'

const MOZILLA = 'Mozilla/5.0'
const LIKE = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('a device in words', () => {
  it.each([
    [`${MOZILLA} (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0`, 'Firefox on Linux'],
    [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${LIKE} Chrome/142.0.0.0 Safari/537.36`, 'Chrome on Windows'],
    [
      `${MOZILLA} (Windows NT 10.0; Win64; x64) ${LIKE} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
      'Edge on Windows',
    ],
    [
      `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15`,
      'Safari on a Mac',
    ],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1`,
      'Chrome on an iPhone',
    ],
    [
      `${MOZILLA} (Linux; Android 16) ${LIKE} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [`${MOZILLA} (X11; Linux x86_64) ${LIKE} HeadlessChrome/142.0.0.0 Safari/537.36`, 'Chromium on Linux'],
    ['curl/8.14.1', 'An unknown browser'],
    [`${MOZILLA} (X11; Linux x86_64)`, 'A browser on Linux'],
    ['', 'An unknown browser'],
    [undefined, 'An unknown browser'],
  ])('%s is %s', (userAgent, words) => {
    expect(deviceInWords(userAgent)).toBe(words)
  })

  it('nothing of what a browser sends gets into the words', () => {
    expect(deviceInWords('<script>Firefox/1.0 on my Linux, says Leila</script>')).toBe('Firefox on Linux')
  })
})
