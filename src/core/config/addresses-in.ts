import { isIP } from 'node:net'

/** Addresses divided by commas. */
export const addressesIn = (text: string) =>
  text
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')

export const areAddresses = (text: string) => addressesIn(text).every((address) => isIP(address) !== 0)
