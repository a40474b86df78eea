import { render } from 'preact-render-to-string'
import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import { Qr } from './qr.tsx'

test('neighbours in a row become one bar', () => {
  const markup = render(<Qr label="Receipt" modules={{ size: 3, data: [1, 1, 0, 0, 0, 1, 0, 0, 0] }} />)
  expect(markup).toContain('d="M0 0h2v1H0zM2 1h1v1H2z"')
  expect(markup).toContain('role="img" aria-label="Receipt"')
})

test('every dark square of a real code is drawn once', () => {
  const { modules } = QRCode.create('https://example.org/receipts/2417', { errorCorrectionLevel: 'M' })
  const markup = render(<Qr label="Receipt" modules={modules} />)
  const drawn = [...markup.matchAll(/h(\d+)v1/g)].reduce((sum, [, length]) => sum + Number(length), 0)
  expect(drawn).toBe(Array.from(modules.data).filter(Boolean).length)
})
