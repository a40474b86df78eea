/** Replaces the live part of the page by the fragments the server sends; the browser reconnects by itself. */
const part = document.querySelector<HTMLElement>('[data-live]')
const announcement = document.querySelector<HTMLElement>('[data-live-words]')

if (part?.dataset.live) {
  const news = new EventSource(`/live/${part.dataset.live}?lang=${document.documentElement.lang}`)
  news.addEventListener('changed', (event) => {
    // Rendered and escaped by the server, from our own address alone.
    part.innerHTML = event.data
    if (announcement) announcement.textContent = announcement.dataset.liveWords ?? ''
  })
  addEventListener('pagehide', () => news.close())
}
