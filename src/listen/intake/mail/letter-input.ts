import { z } from 'zod'
import { words } from '#core/input/text.ts'
import { m } from './messages.ts'

const MOST_CHARACTERS = 5_000

export const letterInput = z.object({ words: words(MOST_CHARACTERS, m.missing.id) })
