/**
 * Keeps what is entered in a form while it is typed: posts it where its button “go on later” would. Texts come from the page;
 * without this script that button does the same.
 */
const WAIT_MS = 1200

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  const says = form.querySelector('[data-says]')
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Promise.resolve()

  const keep = async () => {
    const body = new FormData(form)
    body.set('quiet', 'yes')
    let kept = false
    try {
      kept = (await fetch(form.dataset.draft ?? '', { method: 'POST', body, redirect: 'error' })).status === 204
    } catch {}
    if (says) says.textContent = (kept ? form.dataset.kept : form.dataset.lost) ?? ''
  }
  const now = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    // One after the other, so that an older one never takes the place of a newer.
    last = last.then(keep)
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(now, WAIT_MS)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') now()
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    timer = undefined
  })
}
