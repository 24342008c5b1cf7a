/** How a letter reached its person, or why not; the same words wherever they read it. */
const WAYS: Readonly<Record<string, string>> = {
  released: 'Its e-mail is on the way.',
  sent: 'Sent to you by e-mail.',
  kept: 'Not sent by e-mail: no mail server is set up.',
  filed: 'Not sent by e-mail: no mail server is set up.',
  failed: 'Its e-mail was not taken by your mailbox. Ask a coordinator whether your address is right.',
}

export function wayOfLetter(state: string): string {
  return WAYS[state] ?? ''
}
