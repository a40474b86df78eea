import { loadModule } from 'cld3-asm'
import type { LanguageGuess } from './language-of-answers.ts'

/** Google's compact language detector 3 (a small neural net over letter runs), run as WebAssembly in this process. */
export async function cld3Detector(): Promise<(text: string) => LanguageGuess> {
  const detector = (await loadModule()).create(0, 1_000)
  return (text) => {
    const { language, probability } = detector.findLanguage(text)
    // The detector says "iw" and "jv" where the registry of languages now says "he" and "jv"; "und" where it cannot tell.
    return { language: language === 'iw' ? 'he' : language.replace(/-Latn$/, ''), probability }
  }
}
