import { CALLS } from './calls.ts'
import { DECIDING } from './deciding.ts'
import { FOLLOWING_UP } from './following-up.ts'
import { GATHERINGS } from './gatherings.ts'
import { HANDED_IN } from './handed-in.ts'
import { HANDING_IN } from './handing-in.ts'
import { LOOKING_AFTER } from './looking-after.ts'
import { MODERATING } from './moderating.ts'
import { MY_DATA } from './my-data.ts'
import { PAPER_AND_VOICE } from './paper-and-voice.ts'
import { READING } from './reading.ts'
import type { Scene } from './scene.ts'
import { SIGNING_IN } from './signing-in.ts'
import { TRANSLATIONS } from './translations.ts'
import { WAYS_ON } from './ways-on.ts'

/**
 * Every page there is, each for somebody who may see it, in every state worth a look; a file a journey. Each person has one browser,
 * so what a scene leaves in it (a draft, a cookie) is there in the next of theirs.
 */
export const SCENES: readonly Scene[] = [
  ...READING,
  ...HANDING_IN,
  ...HANDED_IN,
  ...FOLLOWING_UP,
  ...MODERATING,
  ...SIGNING_IN,
  ...CALLS,
  ...PAPER_AND_VOICE,
  ...GATHERINGS,
  ...TRANSLATIONS,
  ...MY_DATA,
  ...DECIDING,
  ...LOOKING_AFTER,
  ...WAYS_ON,
]

/** All of them, or those that SCENES names. */
export function scenesToShow(): readonly Scene[] {
  const named = (process.env.SCENES ?? '').split(',').filter(Boolean)
  return named.length === 0 ? SCENES : SCENES.filter(({ name }) => named.includes(name))
}
