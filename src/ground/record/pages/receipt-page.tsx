import qrcode from 'qrcode'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { Button } from '#ui/button/button.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Qr } from '#ui/qr/qr.tsx'
import { Receipt as Slip } from '#ui/receipt/receipt.tsx'
import { Section } from '#ui/section/section.tsx'
import type { SignedCheckpoint } from '../checkpoints.ts'
import { m } from '../messages.ts'
import type { Receipt } from '../receipt-of.ts'

export interface ReceiptPageProps {
  t: Translate
  number: number
  url: string
  receipt: Receipt
  checkpoint: SignedCheckpoint | null
  /** Shown once, right after the hand-in. */
  key: string | null
}

/** The receipt: number, follow-up key once, QR code, the files to check it with. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { t, number, url, key, receipt } = props
  const story = pathTo({ kind: receipt.kind, number })
  return (
    <>
      <Head title={t(m.receiptTitle, { number })} lead={t(key ? m.receiptLead : m.receiptLeadLater)} />
      {key && (
        <Section heading={t(m.followUpKey)}>
          <Slip heading={t(m.followUpKey)} code={key} spoken={t(m.followUpKeySpoken)}>
            <p>{t(m.followUpKeyOnce)}</p>
            <p>{t(m.followUpKeyLost)}</p>
          </Slip>
        </Section>
      )}
      <Section heading={t(m.receipt)}>
        <Slip
          heading={t(m.receipt)}
          code={String(number)}
          qr={<Qr modules={qrcode.create(url, { errorCorrectionLevel: 'M' }).modules} label={t(m.qrLabel)} />}
          standing={<Standing {...props} />}
          actions={[<a href={story}>{t(m.publicStory)}</a>, <span>{t(m.printIt)}</span>]}
        />
      </Section>
      <Section heading={t(m.howToCheck)}>
        <p>{t(m.howToCheckText)}</p>
        <ul>
          <li>
            <a href={`${url}.json`}>{t(m.receiptFile)}</a>
          </li>
          <li>
            <a href={`${url}.proof`}>{t(m.proofFile)}</a>
          </li>
          <li>
            <a href={`${url}.promise`}>{t(m.promiseFile)}</a>
          </li>
        </ul>
      </Section>
      {!key && <KeyForm t={t} number={number} />}
    </>
  )
}

function Standing({ t, receipt, checkpoint }: ReceiptPageProps) {
  if (receipt.leafIndex === null || !checkpoint) {
    return <Mark status="received">{t(m.onItsWay, { moment: t.moment(receipt.promisedBy) })}</Mark>
  }
  const { witnesses, size } = checkpoint
  return (
    <>
      <Mark status="accepted">{t(m.inTheRecord)}</Mark>
      <p>{t(m.entryAt, { index: receipt.leafIndex, size })}</p>
      <p>{witnesses.length > 0 ? t(m.witnessedBy, { names: witnesses.join(', ') }) : t(m.noWitness)}</p>
    </>
  )
}

function KeyForm({ t, number }: { t: Translate; number: number }) {
  return (
    <Section heading={t(m.haveKey)}>
      <Form action={`/receipts/${number}`}>
        <TextField name="key" label={t(m.keyLabel)} hint={t(m.keyHint)} dir="ltr" autocomplete="off" />
        <FormActions>
          <Button kind="second">{t(m.openWithKey)}</Button>
        </FormActions>
      </Form>
      <Notice>
        <p>{t(m.followUpKeyLost)}</p>
      </Notice>
    </Section>
  )
}
