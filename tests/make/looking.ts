import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The small build: it is parsed anew in every page. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const LOOKS = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
)
/** A phone shows nothing that a desk does not show too, so its colours at night are asked in the long run alone. */
const USUAL = LOOKS.filter(({ width, colorScheme }) => width !== 390 || colorScheme !== 'dark')

/** What a theme can spoil; all else is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * The faults of access of a page as it stands, and whether it runs over its edge: at both widths, light and dark, with
 * everything opened that opens, without loading it anew. `SHOTS=folder` keeps a picture of every look.
 * One run of axe in the page itself: none of our pages has a frame.
 */
export async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  await page.evaluate('for (const it of document.querySelectorAll("details")) it.open = true')
  await page.evaluate(AXE)
  for (const { width, colorScheme } of process.env.DEPTH === 'full' || process.env.SHOTS ? LOOKS : USUAL) {
    const look = `${name}, ${width}, ${colorScheme}`
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const rules = { resultTypes: ['violations'], ...(colorScheme === 'light' ? {} : { runOnly: OF_COLOURS }) }
    const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(rules)})`)
    faults.push(...violations.map((it) => `${look}: ${it.id} ${it.nodes[0]?.html.slice(0, 200)}`))
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
      faults.push(`${look}: scrolls sideways`)
    if (process.env.SHOTS)
      await page.screenshot({
        path: join(process.env.SHOTS, `${look.replace(/[^a-z0-9]+/gi, '-')}.png`),
        fullPage: true,
      })
  }
  return faults
}
