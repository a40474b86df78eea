// Each of these defines what it says when it is loaded; together they are all that the software can say.
import '../../demo/walks/messages.ts'
import '../../home/messages.ts'
import '../../messages.ts'
import '#core/http/core-messages.ts'
import '#core/input/text.ts'
import { knownMessages } from '#core/i18n/messages.ts'
import { slices } from '../../slices.ts'

export interface Said {
  id: string
  english: string
  note?: string | undefined
}

/** Every sentence that the software can say, in the order it is defined. */
export function everyMessage(): Said[] {
  // The list of slices loads every slice, and every slice its messages.
  if (slices.length === 0) return []
  return [...knownMessages().values()]
}
