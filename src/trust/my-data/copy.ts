import { type Answer, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoDate } from '#core/time/days.ts'
import { writeZip } from '#core/zip/write-zip.ts'
import { notFresh } from '#ground/people/fresh.ts'
import { recordLookup } from '#ground/people/record-lookup.ts'
import { filesOfCopy } from './files-of-copy.tsx'
import { m } from './messages.ts'
import { CopyPage } from './pages/copy-page.tsx'
import { pageOf } from './show-my-data.ts'
import { whoseData } from './whose.ts'

export async function showCopy(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose) return seeOther('/my-data')
  const html = () => pageOf(x, { title: x.t(m.copyTitle), isBelow: true, children: CopyPage({ t: x.t }) })
  return notFresh(x, whose) ?? show(x, { html, json: () => ({}) })
}

/** Everything in one folder, sent while it is read. That it was taken is written down for the person to see. */
export async function createCopy(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose) return seeOther('/my-data')
  const refusal = notFresh(x, whose)
  if (refusal) return refusal
  const { person, subject } = whose
  if (person) {
    const purpose = x.t(m.tookCopy)
    await recordLookup(x.db, {
      personId: person.id,
      lookedBy: person.id,
      role: 'person',
      purpose,
      now: x.now,
    })
  }
  return {
    kind: 'stream',
    type: 'application/zip',
    chunks: writeZip(filesOfCopy(x, subject), x.now),
    headers: { 'content-disposition': `attachment; filename="my-data-${isoDate(x.now)}.zip"` },
  }
}
