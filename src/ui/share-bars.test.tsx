import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { ShareBars } from './share-bars.tsx'

it('a withheld share has words and no bar', () => {
  const page = renderToString(<ShareBars shares={[{ name: 'yes', words: 'nearly all', percent: null }]} />)
  expect(page).toContain('nearly all')
  expect(page).not.toContain('<rect')
})

it('a shown share has a bar as long as its per cent', () => {
  const page = renderToString(<ShareBars shares={[{ name: 'yes', words: '7 of 30', percent: 23.3 }]} />)
  expect(page).toContain('width="23.3%"')
})
