import { press } from './press.ts'
import { at, type Scene, SEND } from './scene.ts'

/** By letter, by code, and what stands in the account: recovery, tokens for programs. */
export const SIGNING_IN: readonly Scene[] = [
  { name: 'sign-in', path: at('/sign-in') },
  { name: 'sign-in-sent', path: at('/sign-in/sent') },
  { name: 'sign-in-link', path: ({ signInToken }) => `/sign-in/${signInToken}` },
  { name: 'sign-in-recovery', path: at('/sign-in/recovery') },
  { name: 'account', as: 'nasreen', path: at('/account') },
  {
    name: 'recovery-codes',
    status: 201,
    as: 'harpreet',
    path: at('/account'),
    act: (page) => press(page, 'form[action="/account/recovery-codes"] button'),
  },
  { name: 'token', as: 'nasreen', path: at('/account/tokens/new') },
  {
    name: 'token-made',
    status: 201,
    as: 'harpreet',
    path: at('/account/tokens/new'),
    act: async (page) => {
      await page.locator('input[name=name]').fill('The branch’s notice board')
      const scope = page.locator('input[type=checkbox]').first()
      if (await scope.count()) await scope.check()
      await press(page, SEND)
    },
  },
]
