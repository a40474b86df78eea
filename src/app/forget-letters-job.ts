import { forgetOldLetters } from '#core/mail/letters-out.ts'
import type { Job } from '#core/slice/define-slice.ts'

const AN_HOUR_SECONDS = 3_600

/** Letters go thirty days after they were sent: each holds an address, and some hold what is meant for one person alone. */
export const forgetLettersJob: Job = {
  name: 'forget-old-letters',
  everySeconds: AN_HOUR_SECONDS,
  run: ({ db, clock }) => forgetOldLetters(db, clock.now()),
}
