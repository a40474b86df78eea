import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from './oklch.ts'
import { type OrganisationColours, organisationColours, organisationCss } from './organisation-css.ts'

const tokens = readFileSync(new URL('../tokens/tokens.css', import.meta.url), 'utf8')
const fixed = (name: string) =>
  [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map((m) => m[1] ?? '')
const day = (name: string) => fixed(name)[0] ?? ''
const night = (name: string) => fixed(name)[1] ?? day(name)

const everyColour = [0, 51, 102, 153, 204, 255].flatMap((r, _i, steps) =>
  steps.flatMap((g) =>
    steps.map((b) => `#${[r, g, b].map((c) => c.toString(16).padStart(2, '0')).join('')}`),
  ),
)

/** Words on grounds that occur on pages, with what AA asks of them. */
function pairs(own: OrganisationColours, of: (name: string) => string): [string, number][] {
  const grounds = [of('paper'), own.tint, own['tint-2']]
  const words = [
    own.accent,
    own['accent-strong'],
    of('ink'),
    of('ink-2'),
    of('good'),
    of('soon'),
    of('late'),
    of('slate'),
  ]
  return [
    ...grounds.flatMap((ground) =>
      words.map((word): [string, number] => [`${word} on ${ground}`, contrast(word, ground)]),
    ),
    [`on-deep on ${own.deep}`, contrast(of('on-deep'), own.deep)],
    [`deep-soft on ${own.deep}`, contrast(own['deep-soft'], own.deep)],
  ]
}

describe('one accent, any organisation', () => {
  test.each(['light', 'dark'] as const)('words keep AA for 216 accents in the %s', (mode) => {
    const of = mode === 'light' ? day : night
    const poor = everyColour.flatMap((accent) =>
      pairs(organisationColours(accent)[mode], of).filter(([, ratio]) => ratio < 4.5),
    )
    expect(poor).toEqual([])
  })

  test('controls are outlined at 3 : 1 and more on every ground', () => {
    for (const accent of everyColour) {
      const { light, dark } = organisationColours(accent)
      for (const ground of [day('paper'), light.tint])
        expect(contrast(day('edge'), ground)).toBeGreaterThan(3)
      for (const ground of [night('paper'), dark.tint])
        expect(contrast(night('edge'), ground)).toBeGreaterThan(3)
    }
  })

  test('the colours in the tokens are those of the house colour', () => {
    const { light, dark } = organisationColours('#1d6b4c')
    const own = (mode: OrganisationColours) => Object.entries(mode)
    expect(own(light).filter(([name, colour]) => day(name) !== colour)).toEqual([])
    expect(own(dark).filter(([name, colour]) => night(name) !== colour)).toEqual([])
  })

  test('the stylesheet holds plain colours only, for day and night', () => {
    const css = organisationCss('#E8B300')
    expect(css.match(/--accent:#[0-9a-f]{6}/g)).toHaveLength(2)
    expect(css).not.toMatch(/oklch|color-mix/)
  })

  test.each(['red', '#12345', '#1234567', '#1d6b4c;}body{display:none'])('%s is refused', (text) => {
    expect(() => organisationCss(text)).toThrow(RangeError)
  })
})
