import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import { projectRoot } from '#core/config/project-root.ts'
import { answerAsked } from '#core/thread/answer-asked.ts'
import { parseSlipCode, type SlipCode } from '../slips/slip-code.ts'
import { READER_WASM } from './reader-wasm.ts'

// The thread of `read-code.ts`: looking takes up to seconds, in which a web process would answer nobody.

const MOST_PIXELS = 60_000_000
const SECONDS = 10
/** Longest sides at which a picture is looked at: small is quick, large finds a small code on a whole table. */
const SIDES = [1_200, 2_400]
/** The reader turns by quarters itself; what lies aslant is turned before. */
const TURNS = [0, 30, 60]

const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
  maxNumberOfSymbols: 4,
}

/** Looks for the code upright and aslant, in a small and in a large picture. */
async function search(photograph: Buffer): Promise<SlipCode | null> {
  for (const turn of TURNS) {
    for (const side of SIDES) {
      const code = await lookAt(photograph, { side, turn }).catch(() => null)
      if (code) return code
    }
  }
  return null
}

async function lookAt(
  photograph: Buffer,
  { side, turn }: { side: number; turn: number },
): Promise<SlipCode | null> {
  const { data, info } = await sharp(photograph, { limitInputPixels: MOST_PIXELS, pages: 1 })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .rotate(turn, { background: '#fff' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const picture = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb',
  }
  const found = await readBarcodes(picture as ImageData, OPTIONS)
  return found.map(({ text }) => parseSlipCode(text)).find((code) => code !== null) ?? null
}

// Without this the package would fetch its reader from a stranger's address.
const bytes = await readFile(join(projectRoot, 'node_modules', READER_WASM.from))
await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer }, fireImmediately: true })
answerAsked((photograph: Uint8Array) => search(Buffer.from(photograph)))
