/**
 * Follows something that goes on by itself: asks for the page again when it says so and puts the new region in the place of the old,
 * without moving anybody's place on it. Led elsewhere, it goes there. Without this script the page loads itself anew.
 */
const SELECTOR = '[data-follow]'

const said = document.querySelector('[data-follow-says]')
await next()

async function next(): Promise<void> {
  const region = document.querySelector<HTMLElement>(SELECTOR)
  const href = region?.dataset.follow
  if (!region || !href) return
  await new Promise((done) => setTimeout(done, Number(region.dataset.seconds) * 1000))
  // Nobody looks: it goes on when somebody does.
  if (document.visibilityState === 'hidden')
    await new Promise((done) => document.addEventListener('visibilitychange', done, { once: true }))
  try {
    const answer = await fetch(href)
    if (answer.redirected || !answer.ok) return location.assign(answer.redirected ? answer.url : href)
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>(SELECTOR)
    if (!fresh) return location.assign(href)
    region.replaceWith(fresh)
    const line = fresh.dataset.line ?? ''
    if (said && said.textContent !== line) said.textContent = line
  } catch {
    // Not reached just now; the same is asked again after the same while.
  }
  return next()
}
