#!/usr/bin/env node
// Plain JavaScript, so that an older Node can say which one is needed.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This checker needs Node 22.18 or later; this is Node ${process.versions.node}. https://nodejs.org has it.`,
  )
  process.exit(2)
}
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
