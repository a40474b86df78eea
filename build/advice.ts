const known: readonly [RegExp, (root: string) => string][] = [
  [/ENOSPC|no space left/i, () => 'The disk is full. Free 700 MB and start again.'],
  [
    /EROFS|EACCES|EPERM/,
    (root) => `${root} cannot be written. Give yourself the right to, or use a clone of your own.`,
  ],
  [
    /EINTEGRITY/,
    () =>
      "A package is not as it was published. Clear npm's cache (npm cache clean --force) and start again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|network/i,
    () =>
      'The npm registry is out of reach. Connect to the internet, or to your own registry, and start again.',
  ],
]

/** What an operator can do about a failure of npm or of writing the clone, undefined where we know no better. */
export function adviceFor(words: string, root: string): string | undefined {
  return known.find(([sign]) => sign.test(words))?.[1](root)
}
