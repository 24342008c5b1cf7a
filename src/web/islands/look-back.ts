/**
 * A slider over the days of a season beside the field for one: it says its day while it moves and shows that day when it is let go,
 * or at Enter. Texts come from the page; without this script the field and the links do the same.
 */
const part = document.querySelector<HTMLElement>('[data-look-back]')
const slider = part?.querySelector('input')
const says = part?.querySelector('output')
const field = slider?.form?.querySelector<HTMLInputElement>('[name=on]')
if (part && slider && says && field) start(part, slider, says, field)

function start(part: HTMLElement, slider: HTMLInputElement, says: HTMLElement, field: HTMLInputElement): void {
  const { from = '', today = '', closed = '[]' } = part.dataset
  const texts: readonly [number, string][] = JSON.parse(closed)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
  let held = false

  const show = () => {
    const step = Number(slider.value)
    const day = new Date(from)
    day.setUTCDate(day.getUTCDate() + step)
    field.value = slider.value === slider.max ? today : day.toISOString().slice(0, 10)
    const text = texts.findLast(([at]) => at <= step)?.[1] ?? ''
    says.textContent = `${format.format(new Date(field.value)).replace(',', '')}. ${text}`
    slider.setAttribute('aria-valuetext', says.textContent)
  }
  const go = () => {
    const { form } = slider
    if (!form || field.value === field.defaultValue) return
    form.action += `#${slider.id}`
    form.requestSubmit()
  }
  slider.addEventListener('pointerdown', () => {
    held = true
  })
  slider.addEventListener('input', show)
  slider.addEventListener('change', () => {
    if (held) go()
    held = false
  })
  slider.addEventListener('keydown', (event) => {
    held = false
    if (event.key !== 'Enter') return
    event.preventDefault()
    go()
  })
  const asked = field.value
  show()
  field.value = asked
  part.hidden = false
  // Whoever came by the slider goes on from it.
  if (location.hash === `#${slider.id}`) slider.focus()
}
