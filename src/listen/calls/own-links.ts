import { pathToCall } from './call.ts'
import { m as result } from './result/messages.ts'
import { m as themes } from './themes/messages.ts'
import { offerOnCalls } from './ways-in.ts'

/** The other pages of a call that its own page leads to. */
export function offerOwnPages(): void {
  const page = (name: string) => (call: { number: number }) => `${pathToCall(call.number)}/${name}`
  offerOnCalls({ where: 'parts', label: result.result, href: page('result') })
  offerOnCalls({ where: 'parts', label: themes.title, href: page('themes') })
  offerOnCalls({ where: 'parts', label: result.data, href: page('data') })
}
