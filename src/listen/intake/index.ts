import { defineSlice } from '#core/slice/define-slice.ts'
import { offerOnCalls } from '../calls/index.ts'

export { enterAnswers } from './help/enter-answers.ts'
export { type CheckMail, mailChecker, uncheckedMail } from './mail/check-mail.ts'
export { listenForMail } from './mail/listen-for-mail.ts'
export { signedHeaders } from './texts/signature.ts'

import { offerPaper } from './help/offer-on-calls.ts'
import { paperData } from './help/personal-data.ts'
import { mailJobs } from './mail/jobs.ts'
import { m as mailMessages } from './mail/messages.ts'
import { mailPersonalData } from './mail/personal-data.ts'
import { waysHref } from './mail/ways.ts'
import { partnerPersonalData } from './partners/personal-data.ts'
import { routes } from './routes.ts'
import { textJobs } from './texts/jobs.ts'
import { textPersonalData } from './texts/personal-data.ts'
import { twinJobs } from './twins/jobs.ts'
import { m as twinMessages } from './twins/messages.ts'
import { twinPersonalData } from './twins/personal-data.ts'
import { m as unplacedMessages } from './unplaced/messages.ts'
import { unplacedData } from './unplaced/personal-data.ts'

offerPaper()
offerOnCalls({ where: 'ways', label: mailMessages.waysTitle, href: waysHref })
offerOnCalls({ where: 'work', label: twinMessages.title, href: ({ number }) => `/calls/${number}/twins` })

offerOnCalls({
  where: 'work',
  label: unplacedMessages.title,
  href: ({ number }) => `/calls/${number}/unplaced`,
})

/** The routes in that are not the web page: paper, meetings, telephone, mail, text messages, partners. */
export const intake = defineSlice({
  name: 'intake',
  collects: 'call',
  tables: [
    'slip_batches',
    'slips',
    'slip_pictures',
    'call_ways',
    'intake_entries',
    'answer_twins',
    'mails_in',
    'answer_letters',
    'text_parts',
    'texts_in',
    'texts_out',
    'answer_prints',
    'partner_sets',
    'partner_answers',
    'words_unplaced',
    'call_keywords',
  ],
  routes,
  jobs: [...mailJobs, ...textJobs, ...twinJobs],
  personalData: [
    ...paperData,
    ...mailPersonalData,
    ...partnerPersonalData,
    ...textPersonalData,
    ...twinPersonalData,
    ...unplacedData,
  ],
  entryTypes: { 'answer.joined': twinMessages.entryJoined, 'answer.kept-apart': twinMessages.entryApart },
})
