import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

/** Reads a slip's code by the phone's camera, or in a chosen photograph before it is sent. Pictures stay on the phone. */
const part = document.querySelector<HTMLElement>('[data-scan]')
const words = document.querySelector<HTMLElement>('[data-scan-words]')
const video = document.querySelector<HTMLVideoElement>('[data-scan-video]')
const button = document.querySelector<HTMLButtonElement>('[data-scan-camera]')
const file = document.querySelector<HTMLInputElement>('input[name=photograph]')

const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  maxNumberOfSymbols: 2,
}
const BETWEEN_LOOKS_MS = 200
/** The end of the address in a code; wherever else it points, we go to our own page. */
const CODE = /([1-9]\d{0,14}-[0-9A-Z]{4}-[0-9A-Z]{4})$/

if (part && typeof WebAssembly === 'object') begin(part)

function begin(scan: HTMLElement): void {
  prepareZXingModule({ overrides: { locateFile: () => scan.dataset.scan ?? '' } })
  if (navigator.mediaDevices) scan.hidden = false
  button?.addEventListener('click', () => (stream ? stop() : start()).catch(() => say(scan.dataset.refused)))
  file?.addEventListener('change', () => void lookAtFile())
  addEventListener('pagehide', () => void stop())
}

let stream: MediaStream | null = null

async function start(): Promise<void> {
  if (!video || !button) return
  stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  })
  video.srcObject = stream
  video.hidden = false
  await video.play()
  const { textContent } = button
  button.textContent = button.dataset.stop ?? textContent
  button.dataset.stop = textContent ?? ''
  while (stream) {
    if (await lookAt(video, { width: video.videoWidth, height: video.videoHeight })) return
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS))
  }
}

async function stop(): Promise<void> {
  for (const track of stream?.getTracks() ?? []) track.stop()
  stream = null
  if (video) video.hidden = true
  if (!button) return
  const { textContent } = button
  button.textContent = button.dataset.stop ?? textContent
  button.dataset.stop = textContent ?? ''
}

/** What the phone cannot read is sent to us with the form's own button. */
async function lookAtFile(): Promise<void> {
  const photograph = file?.files?.[0]
  if (!photograph) return
  const picture = await createImageBitmap(photograph).catch(() => null)
  if (picture && !(await lookAt(picture, scaled(picture)))) say(part?.dataset.none)
}

const LONGEST_SIDE = 1_600

function scaled({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

async function lookAt(picture: CanvasImageSource, size: { width: number; height: number }): Promise<boolean> {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context || size.width === 0) return false
  context.drawImage(picture, 0, 0, size.width, size.height)
  const found = await readBarcodes(context.getImageData(0, 0, size.width, size.height), OPTIONS)
  const code = found.map(({ text }) => CODE.exec(text)?.[1]).find((one) => one !== undefined)
  if (!code) return false
  const call = part?.dataset.call
  location.assign(`/intake/slip/${code}${call ? `?call=${call}` : ''}`)
  return true
}

function say(text: string | undefined): void {
  if (words) words.textContent = text ?? ''
}
