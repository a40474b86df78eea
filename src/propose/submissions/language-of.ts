import { loadModule } from 'cld3-asm'

const SURE_ENOUGH = 0.7
const SHORTEST_TEXT = 20

// A busy machine takes longer than the three seconds the library allows itself; it then never comes back.
const READY_MS = 120_000

const factory = loadModule({ timeout: READY_MS })

/**
 * The language of a text by Google's compact detector (cld3), as a BCP 47 tag; `fallback` for a text too short to tell,
 * or when the detector itself is unsure. The author may always correct it.
 */
export async function languageOf(text: string, fallback: string): Promise<string> {
  if (text.length < SHORTEST_TEXT) return fallback
  const identifier = (await factory).create(0, 2_000)
  try {
    const found = identifier.findLanguage(text)
    return found.is_reliable && found.probability >= SURE_ENOUGH ? found.language : fallback
  } finally {
    identifier.dispose()
  }
}
