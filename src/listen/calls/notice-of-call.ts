import type { Exchange } from '#core/http/exchange.ts'
import { type NoticeInForce, noticeInForce } from '#ground/notices/notice-in-force.ts'
import type { Call } from './call.ts'

/** The notice under which a call was announced, in the reader's language where there is one: it stands at every form of the call. */
export function noticeOfCall(
  { db, language, now }: Pick<Exchange, 'db' | 'language' | 'now'>,
  { notice: { id, version } }: Call,
): Promise<NoticeInForce | null> {
  return noticeInForce(db, { notice: { id }, version, language, now })
}
