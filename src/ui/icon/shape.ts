import type { VNode } from 'preact'

/** `turns`: the picture points along the line of reading and is mirrored right to left. */
export type Shape = { turns?: true; drawing: VNode }
