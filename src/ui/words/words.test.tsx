import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Words } from './words.tsx'

const light = (words: string) => render(<Words format="light" words={words} lang="en" dir="ltr" />)

test('light markup becomes paragraphs, lists and emphasis, each block in its own direction', () => {
  expect(light('*One* and سلام\n\n1. two\n2. three')).toBe(
    '<blockquote class="said stack" lang="en" dir="ltr"><p dir="auto"><em>One</em> and سلام</p>' +
      '<ol dir="auto" start="1"><li><div>two</div></li><li><div>three</div></li></ol></blockquote>',
  )
})

test('plain words keep every sign', () => {
  expect(render(<Words format="plain" words={'*One*\n\n# two'} />)).toContain(
    '<p dir="auto">*One*</p><p dir="auto"># two</p>',
  )
})

test('a link gives its target no standing, and says where it really leads', () => {
  expect(light('[your bank](https://elsewhere.example/x)')).toContain(
    '<a href="https://elsewhere.example/x" rel="nofollow ugc noopener">your bank</a><bdi class="leads-to" dir="ltr"> (elsewhere.example)</bdi>',
  )
  expect(light('<https://a.example/x>')).not.toContain('leads-to')
})

test('nothing typed becomes HTML', () => {
  const page = light(
    '<img src=x onerror=alert(1)> [x](javascript:alert(1)) <a href="https://x.org">y</a> **<b>z</b>**',
  )
  expect(page).not.toMatch(/<(img|script|b)[ >]/)
  expect(page).not.toContain('href="javascript')
  expect(page).toContain('&lt;img src=x onerror=alert(1)>')
})

test('headings begin below the heading the words stand under', () => {
  expect(light('# A')).toContain('<h3 dir="auto">A</h3>')
  expect(light('###### F')).toContain('<h6 dir="auto">F</h6>')
})
