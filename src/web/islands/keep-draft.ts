/**
 * Keeps a form as one types: after a pause it posts the same form to where drafts are kept, and says when that was. Without it
 * the page has a button that does the same. The texts come from the page.
 */
const PAUSE_MS = 2000

for (const part of document.querySelectorAll<HTMLElement>('[data-keep-draft]')) {
  const form = part.querySelector('form')
  const place = part.querySelector('p[role=status]:last-of-type')
  if (form && place) watch(part, form, place)
}

function watch(part: HTMLElement, form: HTMLFormElement, place: Element): void {
  const { keepDraft = '', saved = '', failed = '' } = part.dataset
  let waiting: ReturnType<typeof setTimeout> | undefined
  let running = false
  let changed = false
  let over = false

  const later = () => {
    changed = true
    clearTimeout(waiting)
    waiting = setTimeout(() => void keep(), PAUSE_MS)
  }

  async function keep(): Promise<void> {
    if (running || over || !changed) return
    running = true
    changed = false
    try {
      const answer = await fetch(keepDraft, {
        method: 'POST',
        headers: { accept: 'application/json' },
        redirect: 'manual',
        keepalive: true,
        body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      })
      const said = answer.ok || answer.status === 409 ? await answer.json() : {}
      const version = form.elements.namedItem('version')
      if (answer.ok && version instanceof HTMLInputElement) version.value = String(said.version)
      const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
      place.textContent = answer.ok ? `${saved} ${time}.` : (said.says ?? failed)
      // Changed elsewhere: only whoever sees both may say which stays.
      if (answer.status === 409) over = true
    } catch {
      place.textContent = failed
      changed = true
    }
    running = false
    if (changed) later()
  }

  form.addEventListener('input', later)
  form.addEventListener('submit', () => {
    over = true
    clearTimeout(waiting)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keep()
  })
}
