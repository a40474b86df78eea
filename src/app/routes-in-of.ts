import type { Config } from '#core/config/config.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import type { House, RoutesIn } from '#core/slice/house.ts'

/** What the pages and jobs must know of the routes in; a demonstration has all of them, with a secret that its own tools derive too. */
export function routesInOf(config: Config, house: House): RoutesIn {
  const isMailOpen = config.mailInPort !== undefined || house.isDemo
  const demoSecret = keyedHash(house.secret, 'text messages', 'demonstration').toString('hex')
  return {
    mailDomain: isMailOpen ? config.mailInDomain : undefined,
    textsSecret: config.textsSecret ?? (house.isDemo ? demoSecret : undefined),
    textsUrl: config.textsUrl,
    textsNumber: config.textsNumber,
  }
}
