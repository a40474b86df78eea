// Keeps the page of a meeting's sheet, and the files it needs, for rooms without a signal. Nothing typed goes through here.
const KEPT = 'sheet'
const isSheet = (url) => /^\/calls\/\d+\/sheet$/.test(url.pathname)

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep = [], forget = false } = event.data ?? {}
  const done = forget
    ? caches.delete(KEPT)
    : caches.open(KEPT).then((kept) => Promise.allSettled(keep.map((address) => keepAt(kept, address))))
  event.waitUntil(done.then(() => event.ports[0]?.postMessage('done')))
})

/** Under its path alone: the sheet in the address is another each time, the page is the same. */
async function keepAt(kept, address) {
  const reply = await fetch(address)
  if (reply.ok && !reply.redirected) await kept.put(new URL(address, self.location.origin).pathname, reply)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && isSheet(url)) event.respondWith(newestOf(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(keptOf(request))
})

/** The page from the house while there is one, else as it was when last seen. */
async function newestOf(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(new URL(request.url).pathname)
    if (kept) return kept
    throw error
  }
}

async function keptOf(request) {
  return (await caches.match(request)) ?? fetch(request)
}
