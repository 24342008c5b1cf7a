import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Stops on one page before it is said that there is none. */
const MOST_STOPS = 300
/** What has the focus: what it is called, and whether one sees that it has it. */
const FOCUSED = `(() => {
  const it = document.activeElement
  const shows = (one) => {
    const style = one && getComputedStyle(one)
    return Boolean(style) && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none')
  }
  const label = it.labels?.[0]?.innerText ?? it.innerText ?? ''
  return { id: it.id, name: label.trim(), tag: it.tagName, isSeen: shows(it) || shows(it.closest('label')) }
})()`
type Stop = { readonly id: string; readonly name: string; readonly tag: string; readonly isSeen: boolean }

/** Somebody without a mouse: the tabulator, the return key, the space bar and what they type. */
export function byKeyboard(page: Page) {
  /** Goes on with the tabulator until what is wanted has the focus; every stop on the way can be seen. */
  async function tabTo(wanted: RegExp): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate<Stop>(FOCUSED)
      if (at.tag === 'BODY') continue
      expect(at.isSeen, `the focus on ${at.tag} ${at.id} “${at.name}”`).toBe(true)
      if (wanted.test(at.name) || wanted.test(at.id)) return
    }
    throw new Error(`${wanted} has no stop`)
  }
  async function press(wanted: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await tabTo(wanted)
    await page.keyboard.press(key)
  }
  async function write(wanted: RegExp, words: string): Promise<void> {
    await tabTo(wanted)
    await page.keyboard.type(words)
  }
  return { tabTo, press, write }
}
