/** Words as paragraphs, lists, quotes and headings: nothing else can come out of a text, whatever was typed into it. */
export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'heading'; level: number; inlines: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; start: number | null; items: Block[][] }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis' | 'strong'; inlines: Inline[] }
  | { kind: 'link'; href: string; inlines: Inline[] }

/** Words exactly as they were typed: an empty line begins a paragraph, and nothing is a sign. */
export function plainBlocks(words: string): Block[] {
  return words
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((text) => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] }))
}

/** What a reader reads, without its signs. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : textOf(inline.inlines))).join('')
}
