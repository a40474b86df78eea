import type { Language } from '#core/i18n/languages.ts'
import type { Catalogue } from '#core/i18n/translate.ts'
import { faultOf } from './compare-texts.ts'
import type { Said } from './every-message.ts'

export interface Fault {
  id: string
  fault: string
}

/** Everything that is missing, left over or wrong in the catalogue of one language. */
export function faultsOf(messages: readonly Said[], catalogue: Catalogue, language: Language): Fault[] {
  const known = new Set(messages.map(({ id }) => id))
  const leftOver = [...catalogue.keys()].filter((id) => !known.has(id))
  return [
    ...messages.flatMap(({ id, english }) => {
      const text = catalogue.get(id)
      const fault = text === undefined ? 'is missing' : faultOf(english, text, language)
      return fault === null ? [] : [{ id, fault }]
    }),
    ...leftOver.map((id) => ({ id, fault: 'is said nowhere any more' })),
  ]
}
