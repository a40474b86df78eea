import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Shows the passkey buttons where the browser knows passkeys; the pages work without them. */
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-passkey]')

// A passkey belongs to a name: at an address of numbers (127.0.0.1) every browser refuses.
const hasName = !/^[\d.]+$|^\[/.test(location.hostname)

if (hasName && browserSupportsWebAuthn()) for (const button of buttons) show(button)

function show(button: HTMLButtonElement): void {
  const act = button.dataset.passkey === 'sign-in' ? signIn : add
  button.hidden = false
  button.addEventListener('click', async (event) => {
    event.preventDefault()
    button.disabled = true
    const place = await act().catch(() => null)
    button.disabled = false
    if (place) location.assign(place)
    else say(button.dataset.failed ?? '')
  })
}

async function signIn(): Promise<string> {
  const { challenge, options } = await send('/sign-in/passkey/challenge', {})
  const response = await startAuthentication({ optionsJSON: options })
  await send('/sign-in/passkey', { challenge, response })
  return '/'
}

async function add(): Promise<string> {
  const asked = await ask('/account/passkeys/options', {})
  // Signed in too long ago for this: once more, and back here.
  if (asked.status === 403) return '/sign-in/again?to=/account'
  const { challenge, options } = await asked.json()
  const response = await startRegistration({ optionsJSON: options })
  await send('/account/passkeys', { challenge, response })
  return '/account'
}

function ask(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function send(path: string, body: object) {
  const reply = await ask(path, body)
  if (!reply.ok) throw new Error(String(reply.status))
  return reply.json()
}

function say(words: string): void {
  const place = document.querySelector('[data-passkey-words]')
  if (place) place.textContent = words
}
