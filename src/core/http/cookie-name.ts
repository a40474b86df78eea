const FOR_THIS_HOST = '__Host-'
const SECURE = '__Secure-'

/**
 * The name a cookie travels by. Over https browsers take names with these prefixes from us alone: another site of the same
 * domain, or somebody on an unencrypted line, cannot plant one (RFC 6265bis, 4.1.3). Over http, on one's own machine, they are plain.
 */
export function cookieNameFor(
  name: string,
  { isSecure, path = '/' }: { isSecure: boolean; path?: string },
): string {
  if (!isSecure) return name
  return `${path === '/' ? FOR_THIS_HOST : SECURE}${name}`
}

type Cookies = Readonly<Record<string, string | undefined>>

/** Cookies by their plain names; over https those without a prefix are nobody's of ours. */
export function plainCookies(cookies: Cookies, isSecure: boolean): Cookies {
  if (!isSecure) return cookies
  const ours = Object.entries(cookies).flatMap(([name, value]) => {
    const prefix = [FOR_THIS_HOST, SECURE].find((one) => name.startsWith(one))
    return prefix ? [[name.slice(prefix.length), value] as const] : []
  })
  return Object.fromEntries(ours)
}
