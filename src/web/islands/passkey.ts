/**
 * Lets a form be answered by a passkey: asks the server what to sign, has the device sign it, and sends the form. Each part
 * `[data-passkey]` holds one form; its texts come from the page.
 */
const TO_TEXT = { '+': '-', '/': '_', '=': '' } as Readonly<Record<string, string>>

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const form = part.querySelector('form')
  if (!form || !window.PublicKeyCredential) continue
  part.hidden = false
  const without = part.nextElementSibling
  if (without instanceof HTMLElement) without.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(part, form)
  })
}

async function answer(part: HTMLElement, form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')
  if (button?.disabled) return
  if (button) button.disabled = true
  say(part, '')
  try {
    const asked = await fetch(part.dataset.ask ?? '', { method: 'POST', body: new FormData(form) })
    const { says, secret, options } = await asked.json()
    if (!asked.ok) return say(part, says)
    fill(form, 'secret', secret)
    fill(form, 'answer', JSON.stringify(await sign(options)))
    form.submit()
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    const { unfit, there, failed } = part.dataset
    say(part, (name === 'SecurityError' ? unfit : name === 'InvalidStateError' ? there : failed) ?? '')
  } finally {
    if (button) button.disabled = false
  }
}

// biome-ignore lint/suspicious/noExplicitAny: these are the two JSON shapes of WebAuthn, which the server has made
async function sign(options: any): Promise<unknown> {
  const publicKey = { ...options, challenge: bytes(options.challenge) }
  for (const list of ['excludeCredentials', 'allowCredentials'])
    publicKey[list] = options[list]?.map((it: { id: string }) => ({ ...it, id: bytes(it.id) }))
  if (options.user) publicKey.user = { ...options.user, id: bytes(options.user.id) }
  const made = options.user
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey })
  if (!(made instanceof PublicKeyCredential)) throw new Error('no passkey')
  // One of the two kinds of answer; what the other kind has is not there.
  const said = made.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  return {
    id: made.id,
    rawId: made.id,
    type: made.type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: text(said.clientDataJSON),
      attestationObject: text(said.attestationObject),
      transports: said.getTransports?.(),
      authenticatorData: text(options.user ? null : said.authenticatorData),
      signature: text(said.signature),
      userHandle: text(said.userHandle),
    },
  }
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}

function say(part: HTMLElement, words: string): void {
  const place = part.querySelector('[role=alert]')
  if (place) place.textContent = words
}

function bytes(encoded: string): Uint8Array<ArrayBuffer> {
  const plain = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (it) => it.charCodeAt(0))
}

function text(buffer: ArrayBuffer | null | undefined): string | undefined {
  if (!buffer) return undefined
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/[+/=]/g, (it) => TO_TEXT[it] ?? it)
}
