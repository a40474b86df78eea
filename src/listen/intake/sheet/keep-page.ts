import { forgetAll } from './sheet-store.ts'

/** The page itself, for a room without a signal. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/intake/sheet-worker.js', { scope: '/calls/' })
  const { active } = await navigator.serviceWorker.ready
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  const channel = new MessageChannel()
  channel.port1.onmessage = () => document.documentElement.setAttribute('data-sheet-kept', '')
  // An empty sheet: the one typed in has numbers and keys on its page, which are not to stay on the device.
  const empty = `${location.pathname}?sheet=${crypto.randomUUID()}`
  const keep = [empty, ...files.filter((path) => path.startsWith('/assets/'))]
  active?.postMessage({ keep }, [channel.port2])
}

/** Rows and page go from the device, and the page begins anew. */
export async function forget(): Promise<void> {
  forgetAll()
  const registration = await navigator.serviceWorker?.getRegistration('/calls/')
  registration?.active?.postMessage({ forget: true })
  await registration?.unregister()
  location.reload()
}
