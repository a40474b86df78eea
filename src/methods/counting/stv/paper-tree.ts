import { CANDIDATE, type Papers } from '../papers.ts'

/**
 * Papers without equal ranks as a tree of prefixes: a node is "these candidates in this order so far", with how many papers
 * go through it. Papers that begin alike are reckoned once, and a walk stops where nothing is left to pass on.
 */
export interface PaperTree {
  candidate: number
  papers: number
  children: PaperTree[]
}

/** The tree of the papers of `groups`, candidates outside `isLive` struck out. The root stands for all of them. */
export function paperTree(
  papers: Papers,
  groups: Iterable<number>,
  isLive: (candidate: number) => boolean,
): PaperTree {
  const root: PaperTree = { candidate: -1, papers: 0, children: [] }
  for (const group of groups) {
    const count = papers.counts[group] ?? 0
    let node = root
    node.papers += count
    for (let i = papers.starts[group] ?? 0; i < (papers.starts[group + 1] ?? 0); i += 1) {
      const candidate = (papers.marks[i] ?? 0) & CANDIDATE
      if (!isLive(candidate)) continue
      node = childOf(node, candidate)
      node.papers += count
    }
  }
  return root
}

function childOf(node: PaperTree, candidate: number): PaperTree {
  for (const child of node.children) if (child.candidate === candidate) return child
  const child = { candidate, papers: 0, children: [] }
  node.children.push(child)
  return child
}
