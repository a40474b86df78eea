// Languages most spoken in the movement's country (census of England and Wales 2021, table TS024), each by its own name.
export const WRITTEN_LANGUAGES: readonly string[] = [
  'en',
  'cy',
  'pl',
  'ro',
  'pa',
  'ur',
  'pt',
  'es',
  'ar',
  'bn',
  'gu',
  'it',
  'fr',
  'so',
  'tr',
]

/** A language by its name in the reader's; a tag nobody knows stands for itself. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
