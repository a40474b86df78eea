import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

/** A whole document as the text that is sent. Everything in it is escaped as it is rendered. */
export const toHtml = (page: VNode): string => `<!doctype html>\n${render(page)}\n`

/** A part of a page, for live updates and for e-mail. */
export const toFragment = (part: VNode): string => render(part)
