import type { Job } from '#core/slice/define-slice.ts'
import { takeInMail } from './take-in-mail.ts'

export const mailJobs: readonly Job[] = [{ name: 'take-in-mail', everySeconds: 2, run: takeInMail }]
