import QRCode from 'qrcode'
import sharp from 'sharp'

/** A photograph of a slip's corner on a table. */
export async function photograph(text: string, { turn = 0, blur = 0 } = {}): Promise<Buffer> {
  const code = await QRCode.toBuffer(text, { errorCorrectionLevel: 'Q', scale: 4, margin: 4 })
  const paper = { width: 900, height: 1270, channels: 3 as const, background: '#f4f1ea' }
  const page = await sharp({ create: paper })
    .composite([{ input: code, left: 640, top: 60 }])
    .png()
    .toBuffer()
  const turned = sharp(page).rotate(turn, { background: '#775533' })
  return (blur > 0 ? turned.blur(blur) : turned).jpeg({ quality: 60 }).toBuffer()
}
