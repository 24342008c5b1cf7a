/**
 * Keeps the two sides of a draft together while one types: after a pause it asks the site what both sides make, puts what came of
 * the fields into the text and what came of the text into the fields, and says what is to mend. Nothing is saved by it; without it
 * the same happens when the draft is saved.
 */
const PAUSE_MS = 700

type Merged = { text: string; values: Record<string, string>; says: string }

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-together]')) {
  const text = form.elements.namedItem('text')
  const base = form.elements.namedItem('base')
  const says = form.querySelector('[data-says]')
  if (text instanceof HTMLTextAreaElement && base instanceof HTMLInputElement && says) watch(form, text, base, says)
}

function watch(form: HTMLFormElement, text: HTMLTextAreaElement, base: HTMLInputElement, says: Element): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function ask(): Promise<void> {
    const mine = ++asked
    try {
      const answer = await fetch(form.dataset.together ?? '', {
        method: 'POST',
        headers: { accept: 'application/json' },
        redirect: 'error',
        body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      })
      const merged: Merged = await answer.json()
      // Somebody has typed on meanwhile: the next answer says more.
      if (mine !== asked) return
      says.textContent = merged.says
      if (answer.ok) take(merged)
    } catch {
      says.textContent = form.dataset.lost ?? ''
    }
  }

  function take({ text: now, values }: Merged): void {
    if (now !== text.value) {
      const before = text.value
      const at = [text.selectionStart, text.selectionEnd, text.scrollTop] as const
      text.value = now
      text.setSelectionRange(at[0], at[1])
      if (document.activeElement === text) text.scrollTop = at[2]
      else showChange(before, now)
    }
    base.value = now
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name)
      if (isField(field) && field !== document.activeElement && field.value !== value) field.value = value
    }
  }

  /** Scrolls the text to the first line that is another now. */
  function showChange(before: string, now: string): void {
    const lines = before.split('\n')
    const at = now.split('\n').findIndex((line, number) => line !== lines[number])
    const height = text.scrollHeight / Math.max(1, now.split('\n').length)
    if (at >= 0) text.scrollTop = Math.max(0, at * height - text.clientHeight / 2)
  }

  form.addEventListener('input', () => {
    asked += 1
    clearTimeout(waiting)
    waiting = setTimeout(() => void ask(), PAUSE_MS)
  })
  form.addEventListener('submit', () => clearTimeout(waiting))
}

function isField(it: unknown): it is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement || it instanceof HTMLSelectElement
}
