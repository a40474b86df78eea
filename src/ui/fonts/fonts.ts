const atkinson = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
const sourceSerif = '@fontsource-variable/source-serif-4/files/source-serif-4'
const nastaliq = '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu'

/**
 * The faces that `fonts.css` names, for the build to copy: file name under `/assets/fonts/` → path in `node_modules`.
 * All are under the SIL Open Font Licence; each package carries its text.
 */
export const fonts: Readonly<Record<string, string>> = {
  'atkinson-latin.woff2': `${atkinson}-latin-wght-normal.woff2`,
  'atkinson-latin-ext.woff2': `${atkinson}-latin-ext-wght-normal.woff2`,
  'atkinson-latin-italic.woff2': `${atkinson}-latin-wght-italic.woff2`,
  'source-serif-latin.woff2': `${sourceSerif}-latin-wght-normal.woff2`,
  'source-serif-latin-ext.woff2': `${sourceSerif}-latin-ext-wght-normal.woff2`,
  'source-serif-latin-italic.woff2': `${sourceSerif}-latin-wght-italic.woff2`,
  'nastaliq-arabic.woff2': `${nastaliq}-arabic-wght-normal.woff2`,
}
