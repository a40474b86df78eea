import { join } from 'node:path'
import { projectRoot } from '../config/project-root.ts'

const atkinson = 'atkinson-hyperlegible-next'
const serif = 'source-serif-4'
const nastaliq = 'noto-nastaliq-urdu'
const sans = 'noto-sans'

/**
 * The faces of everything printed: package below `@expo-google-fonts` and file. All are under the SIL Open Font Licence; each
 * package carries its text. The typesetter finds no others, so a page is the same on every machine.
 */
const FACES = [
  [atkinson, '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'],
  [atkinson, '400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf'],
  [atkinson, '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'],
  [serif, '400Regular/SourceSerif4_400Regular.ttf'],
  [serif, '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
  [serif, '700Bold/SourceSerif4_700Bold.ttf'],
  [nastaliq, '400Regular/NotoNastaliqUrdu_400Regular.ttf'],
  [nastaliq, '700Bold/NotoNastaliqUrdu_700Bold.ttf'],
  [sans, '400Regular/NotoSans_400Regular.ttf'],
  [sans, '700Bold/NotoSans_700Bold.ttf'],
] as const

export const facePaths: readonly string[] = FACES.map(([name, file]) =>
  join(projectRoot, 'node_modules/@expo-google-fonts', name, file),
)
