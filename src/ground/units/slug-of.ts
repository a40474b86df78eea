import { z } from 'zod'
import { defineMessages, say } from '#core/i18n/messages.ts'

const m = defineMessages('slugs', {
  wrong: say(
    'Use small letters a to z, figures and single hyphens, for example north-east, at most 60. It must not be “new”.',
  ),
})

const MOST = 60

/** A name made for addresses: `Ynys Môn` → `ynys-mon`. Empty when nothing of it can stand there. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/[’']/g, '').replace(/[^a-z0-9]+/g, '-')
  return words.replace(/^-|-$/g, '').slice(0, MOST).replace(/-$/, '')
}

/** A slug as it is typed. `new` is the address of a form. */
export const slug = z
  .string({ error: m.wrong.id })
  .trim()
  .max(MOST, { error: m.wrong.id })
  .regex(/^(?!new$)[a-z0-9]+(-[a-z0-9]+)*$/, { error: m.wrong.id })
