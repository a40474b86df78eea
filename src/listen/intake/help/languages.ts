import type { Translate } from '#core/i18n/translate.ts'

/** What people write and say here most, after the languages of the house; the rest can be corrected later by the author. */
export const SPOKEN =
  'ar bn cy de en es fa fr ga gd gu hi hu it ku lt ne pa pl ps pt ro ru so sq ta te ti tr uk ur vi yo zh'

/** Languages by name, the call's own first. */
export function languageOptions(t: Translate, first: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([t.language], { type: 'language' })
  const rest = SPOKEN.split(' ')
    .filter((tag) => tag !== first)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, t.language))
  return [{ value: first, label: names.of(first) ?? first }, ...rest]
}
