const WHY = 'You get this because you are a named contact, or the deputy of one.'

/** The letter to whoever is to read a report: that something waits, and nothing of what, about whom or by whom. */
export function reportLetter(to: { name: string }, address: string) {
  const lines = [
    `Hello ${to.name},`,
    `Something waits for you in the mentorship pages, and only you can open it: ${address}`,
    'Please open it today or on the next working day; after that your deputy can.',
  ]
  return { subject: 'Something waits for you in the mentorship pages', body: lines.join('\n\n'), why: WHY }
}

/** The letter to a deputy, when the working day in which it was to be opened is over. */
export function deputyLetter(to: { name: string }, address: string) {
  const lines = [
    `Hello ${to.name},`,
    `Something in the mentorship pages was not opened in time and now waits for you, as the deputy: ${address}`,
    'Please open it today.',
  ]
  return { subject: 'Something waits for you in the mentorship pages', body: lines.join('\n\n'), why: WHY }
}
