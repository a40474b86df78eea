import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Shows the passkey buttons where the browser knows passkeys; the pages work without them. */
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-passkey]')

// A passkey belongs to a name: at an address of numbers (127.0.0.1) every browser refuses.
const hasName = !/^[\d.]+$|^\[/.test(location.hostname)

if (hasName && browserSupportsWebAuthn()) for (const button of buttons) show(button)

function show(button: HTMLButtonElement): void {
  const act = { 'sign-in': signIn, add, prove }[button.dataset.passkey ?? ''] ?? add
  button.hidden = false
  button.addEventListener('click', async (event) => {
    event.preventDefault()
    button.disabled = true
    const place = await act(button.dataset.to).catch(() => null)
    button.disabled = false
    if (place) goOn(place)
    else say(button.dataset.failed ?? '')
  })
}

async function signIn(): Promise<string> {
  const { challenge, options } = await send('/sign-in/passkey/challenge', {})
  const response = await startAuthentication({ optionsJSON: options })
  await send('/sign-in/passkey', { challenge, response })
  return '/'
}

async function prove(to = '/'): Promise<string> {
  const { challenge, options } = await send('/sign-in/passkey/proof/options', {})
  const response = await startAuthentication({ optionsJSON: options })
  await send('/sign-in/passkey/proof', { challenge, response })
  return to
}

async function add(to = '/account'): Promise<string> {
  const asked = await ask('/account/passkeys/options', {})
  // Signed in too long ago for this, or by a letter alone: once more, and back here.
  if (asked.status === 403) {
    const { type = '' } = await asked.json()
    const page = type.endsWith('/access.passkey') ? '/sign-in/passkey/proof' : '/sign-in/again'
    return `${page}?to=${encodeURIComponent(to)}`
  }
  const { challenge, options } = await asked.json()
  const response = await startRegistration({ optionsJSON: options })
  await send('/account/passkeys', { challenge, response })
  return to
}

/** A form that waited for the passkey is sent now. */
function goOn(place: string): void {
  const kept = document.querySelector<HTMLFormElement>('#kept-form')
  if (kept && !place.startsWith('/sign-in/')) kept.requestSubmit()
  else location.assign(place)
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
