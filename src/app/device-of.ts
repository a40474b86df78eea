const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const
const NAMES: Readonly<Record<(typeof BROWSERS)[number], string>> = {
  Edg: 'Edge',
  OPR: 'Opera',
  Firefox: 'Firefox',
  Chrome: 'Chrome',
  Safari: 'Safari',
}
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'] as const

/** "Firefox, Android": enough for a person to know their own devices apart, too little to know a person by. */
export function deviceOf(userAgent: string | undefined): string {
  const browser = BROWSERS.find((name) => userAgent?.includes(`${name}/`))
  const system = SYSTEMS.find((name) => userAgent?.includes(name))
  return [browser && NAMES[browser], system].filter(Boolean).join(', ') || '?'
}
