/**
 * Counts whole minutes in which this page was in sight and in use, and tells each when it is full. After a minute without a key,
 * a pointer or a turned wheel it stops, and goes on with the next one. Only whoever switched it on has this script on a page.
 */
const STEP_MS = 1000
const IDLE_MS = 60_000
const MINUTE_MS = 60_000

const place = document.querySelector<HTMLElement>('[data-minutes]')
if (place) count(place.dataset.minutes ?? '', place.dataset.token ?? '')

function count(address: string, token: string): void {
  let usedAt = Date.now()
  let countedMs = 0
  const used = () => {
    usedAt = Date.now()
  }
  for (const name of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll'])
    addEventListener(name, used, { passive: true, capture: true })
  setInterval(() => {
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return
    if (Date.now() - usedAt >= IDLE_MS) return
    countedMs += STEP_MS
    if (countedMs < MINUTE_MS) return
    countedMs = 0
    const body = new URLSearchParams({ token, path: location.pathname })
    // A minute that is lost on the way is lost: nobody’s work waits for it.
    fetch(address, { method: 'POST', body, redirect: 'error' }).catch(() => undefined)
  }, STEP_MS)
}
