import type { Job } from '#core/slice/define-slice.ts'
import { sendTexts } from './send-texts.ts'
import { joinLateTexts } from './text-parts.ts'

export const textJobs: readonly Job[] = [
  { name: 'join-late-texts', everySeconds: 30, run: joinLateTexts },
  { name: 'send-texts', everySeconds: 2, run: sendTexts },
]
