import type { VNode } from 'preact'
import { type Block, type Inline, plainBlocks, textOf } from '#core/markup/blocks.ts'
import { readMarkup } from '#core/markup/read-markup.ts'

export interface WordsProps {
  words: string
  /** `light` reads its markup; `plain` shows every sign as it was typed. */
  format: string
  /** The language they were written in; each paragraph finds its own direction. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** The level of the heading they stand under: their own headings begin one below it. */
  under?: number
}

/** What somebody wrote, in serif, with its paragraphs, lists, quotes, emphasis and links. Nothing else can come out of it. */
export function Words({ words, format, lang, dir, under = 2 }: WordsProps) {
  const blocks = format === 'light' ? readMarkup(words) : plainBlocks(words)
  return (
    <blockquote class="said stack" lang={lang} dir={dir}>
      {blocks.map((block) => blockOf(block, under))}
    </blockquote>
  )
}

const DEEPEST_HEADING = 6

function blockOf(block: Block, under: number): VNode {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{block.inlines.map(inlineOf)}</p>
    case 'heading': {
      const Heading = `h${Math.min(DEEPEST_HEADING, under + block.level)}` as 'h6'
      return <Heading dir="auto">{block.inlines.map(inlineOf)}</Heading>
    }
    case 'quote':
      return <blockquote class="stack">{block.blocks.map((one) => blockOf(one, under))}</blockquote>
    case 'list':
      return listOf(block, under)
  }
}

function listOf({ start, items }: Block & { kind: 'list' }, under: number): VNode {
  const lines = items.map((blocks) => (
    <li>
      {blocks.map((block) =>
        block.kind === 'paragraph' ? <div>{block.inlines.map(inlineOf)}</div> : blockOf(block, under),
      )}
    </li>
  ))
  if (start === null) return <ul dir="auto">{lines}</ul>
  return (
    <ol dir="auto" start={start}>
      {lines}
    </ol>
  )
}

function inlineOf(inline: Inline): VNode | string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'emphasis':
      return <em>{inline.inlines.map(inlineOf)}</em>
    case 'strong':
      return <strong>{inline.inlines.map(inlineOf)}</strong>
    case 'link':
      return linkOf(inline)
  }
}

/** A link says where it leads: words can claim to be any address, the one beside them is the true one. */
function linkOf({ href, inlines }: Inline & { kind: 'link' }): VNode {
  const url = new URL(href)
  const place = url.protocol === 'mailto:' ? url.pathname : url.host
  return (
    <>
      <a href={href} rel="nofollow ugc noopener">
        {inlines.map(inlineOf)}
      </a>
      {!textOf(inlines).includes(place) && (
        <bdi class="leads-to" dir="ltr">
          {` (${place})`}
        </bdi>
      )}
    </>
  )
}
