import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { type Block, plainBlocks, textOf } from '#core/markup/blocks.ts'
import { readMarkup } from '#core/markup/read-markup.ts'
import { makePdf } from '#core/pdf/make-pdf.ts'
import { isoDate } from '#core/time/days.ts'
import { kindNamed, pathTo } from '#ground/matters/kinds.ts'
import { translationsOf } from '#ground/translations/translations-of.ts'
import { findText, type Text } from './find-text.ts'
import { m } from './messages.ts'

/** Any published text in letters of 22 points: nobody has to ask for it first. */
export async function printLarge(x: Exchange): Promise<Answer> {
  const text = await findText(x.db, x.params.number)
  const parts = text ? await kindNamed(text.kind)?.partsOf?.(x.db, text.id) : undefined
  if (!text || !parts || parts.length === 0) return problem(404, 'not-found', x.t(m.noSuch))
  const { matter: shown } = await translationsOf(x.db, { textId: text.id, language: x.language })
  const said = parts.map(({ part, words, format }) => ({
    part,
    format,
    words: shown?.parts.get(part)?.words ?? words,
  }))
  const pdf = await makePdf({
    template: new URL('./large-print.typ', import.meta.url),
    data: {
      title: said.find(({ part }) => part === 'title')?.words ?? String(text.number),
      language: shown?.language ?? text.language,
      paragraphs: said.filter(({ part }) => part !== 'title').flatMap(paragraphsIn),
      note: shown ? x.t(m.printedTranslated) : '',
      from: fromLine(x, text),
      ui: x.language,
    },
  })
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    bytes: pdf,
    headers: { 'content-disposition': `inline; filename="${text.number}-large-print.pdf"` },
    cache: 'public',
  }
}

function fromLine(x: Exchange, text: Text): string {
  const url = `${x.house.baseUrl}${pathTo(text)}`
  return x.t(m.printedFrom, { url, day: isoDate(x.now) })
}

function paragraphsIn({ words, format }: { words: string; format: string }) {
  return linesOf(format === 'light' ? readMarkup(words) : plainBlocks(words))
}

interface Line {
  kind: 'heading' | 'item' | 'paragraph'
  text: string
}

/** Quotes and lists become lines one after the other: in large print an indent costs a third of the page. */
function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap(linesIn)
}

function linesIn(block: Block): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: textOf(block.inlines) }]
    case 'heading':
      return [{ kind: 'heading', text: textOf(block.inlines) }]
    case 'quote':
      return linesOf(block.blocks)
    case 'list':
      return block.items.flatMap((item) => linesOf(item).map((line) => ({ ...line, kind: 'item' as const })))
  }
}
