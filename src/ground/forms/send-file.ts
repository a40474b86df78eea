import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { endingOf } from './form-media.ts'
import { m } from './messages.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One file of a form: sound, video and captions for the player of the page, papers and pictures as a download. */
export async function sendFormFile(x: Exchange): Promise<Answer> {
  const id = x.params.id ?? ''
  const found = UUID.test(id) ? await findFile(x, id) : undefined
  if (!found) return problem(404, 'form.unknown-file', x.t(m.noSuchFile))
  const { mediaType, number, place, bytes } = found
  const isPlayed = /^(audio|video)\/|^text\/vtt$/.test(mediaType)
  return {
    kind: 'bytes',
    status: 200,
    type: mediaType === 'text/vtt' ? 'text/vtt; charset=utf-8' : mediaType,
    bytes,
    headers: {
      'content-disposition': `${isPlayed ? 'inline' : 'attachment'}; filename="${number}-${place}.${endingOf(mediaType)}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    },
    cache: 'public',
  }
}

function findFile({ db }: Exchange, id: string) {
  return db
    .selectFrom('furtherFormFiles as file')
    .innerJoin('furtherForms as form', 'form.id', 'file.formId')
    .innerJoin('publishedTexts as text', 'text.id', 'form.textId')
    .select(['file.place', 'file.mediaType', 'file.bytes', 'text.number'])
    .where('file.id', '=', id)
    .where('form.withdrawnAt', 'is', null)
    .executeTakeFirst()
}
