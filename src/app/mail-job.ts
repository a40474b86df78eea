import { sendDueLetters } from '#core/mail/letters-out.ts'
import type { Job } from '#core/slice/define-slice.ts'

/** Sends letters as they fall due. Without `SMTP_URL` they wait (a demonstration shows them at /demo/mail). */
export function mailJob(smtpUrl: string | undefined): Job {
  return {
    name: 'send-letters',
    everySeconds: 2,
    async run({ db, clock, house }) {
      if (!smtpUrl) return
      const from = { name: house.name, address: `no-reply@${new URL(house.baseUrl).hostname}` }
      await sendDueLetters(db, { smtpUrl, from, now: clock.now() })
    },
  }
}
