import MarkdownIt, { type Token } from 'markdown-it'
import { type Block, type Inline, plainBlocks } from './blocks.ts'

/** How deep quotes, lists and emphasis may stand in one another. Deeper is a game with the reader: it stays plain. */
const DEEPEST = 12

/**
 * Light markup, the part of CommonMark that words need: paragraphs, lists, quotes, headings, emphasis and links. Pictures,
 * tables, code and HTML are not read and stay as typed; so does a sign inside a word (5*3*2), and every line break.
 */
export function readMarkup(words: string): Block[] {
  try {
    const walk = { tokens: reader.parse(words, {}), at: 0 }
    return blocksUntil(walk, null, 0)
  } catch (error) {
    if (error instanceof TooDeep) return plainBlocks(words)
    throw error
  }
}

class TooDeep extends Error {}

const reader = makeReader()

function makeReader() {
  // Its own limit drops what lies deeper; ours, reached long before, keeps every word.
  const made = new MarkdownIt('zero', { html: false, linkify: true, maxNesting: 4 * DEEPEST })
  made.enable(['list', 'blockquote', 'heading', 'emphasis', 'link', 'autolink', 'escape', 'linkify'])
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  made.validateLink = isSafeLink
  // The address is shown as it was typed; unescaping it would let one address look like another.
  made.normalizeLinkText = (address) => address
  made.inline.State = class extends made.inline.State {
    override scanDelims(start: number) {
      return super.scanDelims(start, false)
    }
  }
  return made
}

/** A whole address that a browser opens or writes a letter to; never a script, a file, or a path within this house. */
function isSafeLink(address: string): boolean {
  return /^(https?:\/\/[^/]|mailto:)/i.test(address) && URL.canParse(address)
}

interface Walk {
  tokens: readonly Token[]
  at: number
}

function blocksUntil(walk: Walk, end: string | null, depth: number): Block[] {
  const blocks: Block[] = []
  for (let token = next(walk); token && token.type !== end; token = next(walk)) {
    const block = blockOf(walk, token, depth)
    if (block) blocks.push(block)
  }
  return blocks
}

function next(walk: Walk): Token | undefined {
  const token = walk.tokens[walk.at]
  walk.at += 1
  return token
}

function blockOf(walk: Walk, token: Token, depth: number): Block | null {
  if (depth > DEEPEST) throw new TooDeep()
  switch (token.type) {
    case 'inline':
      return { kind: 'paragraph', inlines: inlinesOf(token) }
    case 'heading_open': {
      const [inline] = blocksUntil(walk, 'heading_close', depth)
      if (inline?.kind !== 'paragraph' || inline.inlines.length === 0)
        return plainBlocks(token.markup)[0] ?? null
      return { kind: 'heading', level: Number(token.tag.slice(1)), inlines: inline.inlines }
    }
    case 'blockquote_open':
      return { kind: 'quote', blocks: blocksUntil(walk, 'blockquote_close', depth + 1) }
    case 'bullet_list_open':
      return { kind: 'list', start: null, items: itemsUntil(walk, 'bullet_list_close', depth + 1) }
    case 'ordered_list_open':
      return {
        kind: 'list',
        start: Number(token.attrGet('start') ?? 1),
        items: itemsUntil(walk, 'ordered_list_close', depth + 1),
      }
    default:
      return null
  }
}

function itemsUntil(walk: Walk, end: string, depth: number): Block[][] {
  const items: Block[][] = []
  for (let token = next(walk); token && token.type !== end; token = next(walk))
    items.push(blocksUntil(walk, 'list_item_close', depth))
  return items
}

function inlinesOf({ children }: Token): Inline[] {
  return inlinesUntil({ tokens: children ?? [], at: 0 }, null, 0)
}

function inlinesUntil(walk: Walk, end: string | null, depth: number): Inline[] {
  if (depth > DEEPEST) throw new TooDeep()
  const inlines: Inline[] = []
  for (let token = next(walk); token && token.type !== end; token = next(walk)) {
    const inline = inlineOf(walk, token, depth)
    if (inline.kind !== 'text' || inline.text !== '') inlines.push(inline)
  }
  return inlines
}

function inlineOf(walk: Walk, token: Token, depth: number): Inline {
  switch (token.type) {
    case 'em_open':
      return { kind: 'emphasis', inlines: inlinesUntil(walk, 'em_close', depth + 1) }
    case 'strong_open':
      return { kind: 'strong', inlines: inlinesUntil(walk, 'strong_close', depth + 1) }
    case 'link_open': {
      const inlines = inlinesUntil(walk, 'link_close', depth + 1)
      return { kind: 'link', href: String(token.attrGet('href') ?? ''), inlines }
    }
    case 'hardbreak':
    case 'softbreak':
      return { kind: 'text', text: '\n' }
    default:
      return { kind: 'text', text: token.content }
  }
}
