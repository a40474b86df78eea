#!/usr/bin/env node
// Plain JavaScript, so that an older Node can say which one is needed.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This checker needs Node 22.18 or later; this is Node ${process.versions.node}. https://nodejs.org has it.`,
  )
  process.exit(2)
}
// Copied out of the project, this folder has no package.json above it, and Node warns that it had to look what kind of
// module this is. It looked rightly; a warning beside a verdict would only worry people.
const { emitWarning } = process
process.emitWarning = (warning, ...rest) => {
  const isAboutKind = [rest[0]?.code, rest[1]].includes('MODULE_TYPELESS_PACKAGE_JSON')
  if (!isAboutKind) emitWarning.call(process, warning, ...rest)
}
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
