import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { vkeyText } from '#methods/merkle/note-keys.ts'
import { newestCheckpoint } from './checkpoints.ts'
import { m } from './messages.ts'
import { newestEntries } from './newest-entries.ts'
import { RecordPage } from './pages/record-page.tsx'
import { recordSigner } from './record-key.ts'
import { recordKeys } from './record-keys.ts'

const SHOWN = 20

export async function showRecord(x: Exchange): Promise<Answer> {
  const [checkpoint, signer, entries, keys] = await Promise.all([
    newestCheckpoint(x.db),
    recordSigner(x.db),
    newestEntries(x.db, SHOWN),
    recordKeys(x.db),
  ])
  const vkey = vkeyText(signer)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.theRecord),
        section: 'record',
        children: RecordPage({ t: x.t, checkpoint, vkey, entries, keys }),
      }),
    json: () => ({
      size: checkpoint?.size ?? 0,
      signed_at: checkpoint && isoSecond(checkpoint.signedAt),
      key: vkey,
      keys: keys.map(({ vkey, fromAt, leafIndex, epoch }) => ({
        key: vkey,
        from: isoSecond(fromAt),
        entry: leafIndex,
        epoch,
      })),
      witnesses: checkpoint?.witnesses ?? [],
      checkpoint_url: `${x.house.baseUrl}/record/checkpoint`,
    }),
    cache: 'public',
  })
}
