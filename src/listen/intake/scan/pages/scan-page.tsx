import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { m as help } from '../../help/messages.ts'
import { m } from '../messages.ts'
import { READER_WASM } from '../reader-wasm.ts'

interface Props {
  t: Translate
  /** The call at which the helper is, if at one. */
  call: string
  typed: unknown
  problems: readonly FieldProblem[]
}

/** Camera, photograph or typing; without JavaScript the last two. */
export function ScanPage({ t, call, typed, problems }: Props) {
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)} />
      {problems.length > 0 && <ErrorSummary title={t(help.problems)} problems={[...problems]} />}
      <div class="stack wide">
        <div
          class="stack scan"
          data-scan={`/assets/${READER_WASM.name}`}
          data-call={call}
          data-refused={t(m.cameraRefused)}
          data-none={t(m.noCode)}
          hidden
        >
          <p>
            <button type="button" class="button" data-scan-camera data-stop={t(m.cameraStop)}>
              {t(m.camera)}
            </button>
          </p>
          <p class="hint">{t(m.cameraHint)}</p>
          <video class="scan-picture" data-scan-video muted playsInline hidden />
        </div>
        <p role="status" data-scan-words />
        <Form action="/intake/slip" hidden={{ call }} files>
          <FileField
            name="photograph"
            label={t(m.photograph)}
            hint={t(m.photographHint)}
            error={errorOf([...problems], 'photograph')}
            accept={['image/jpeg', 'image/png', 'image/webp']}
          />
          <FormActions>
            <Button kind="second">{t(m.look)}</Button>
          </FormActions>
        </Form>
        <Form action="/intake/slip" method="get" hidden={{ call }}>
          <TextField
            name="code"
            label={t(m.typed)}
            hint={t(m.typedHint)}
            error={errorOf([...problems], 'code')}
            value={textOf(typed)}
            autocomplete="off"
            dir="ltr"
            maxLength={200}
          />
          <FormActions>
            <Button>{t(m.go)}</Button>
          </FormActions>
        </Form>
      </div>
    </>
  )
}
