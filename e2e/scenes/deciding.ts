import { press } from './press.ts'
import { at, type Scene, SEND } from './scene.ts'

/** Clerks at their desks: queues, decisions, letters to authors. */
export const DECIDING: readonly Scene[] = [
  { name: 'desks', as: 'noor', path: at('/desks') },
  { name: 'desk', as: 'noor', path: at('/bodies/housing/desk') },
  { name: 'desk-pending', as: 'gwen', path: ({ pendingDesk }) => `/bodies/${pendingDesk}/desk` },
  {
    name: 'desk-several',
    as: 'noor',
    path: at('/bodies/housing/desk'),
    act: async (page) => {
      for (const box of (await page.locator('input[type=checkbox]').all()).slice(0, 2)) await box.check()
      await press(page, '.bulk button, button[name=bulk], form[action$="/decisions"] button')
    },
  },
  { name: 'decision', as: 'noor', path: ({ open }) => `/submissions/${open}/decision` },
  {
    name: 'decision-preview',
    as: 'noor',
    path: ({ open }) => `/submissions/${open}/decision`,
    act: async (page) => {
      await page.locator('input[name=outcome][value=answered]').check()
      await page
        .locator('[name=reason]')
        .fill('They open their doors from Monday.\n\nThe list is on the wall.')
      await press(page, 'button[name=preview], button[value=preview], main form button.second')
    },
  },
  {
    name: 'decision-again',
    as: 'noor',
    path: ({ open }) => `/submissions/${open}/decision`,
    status: 422,
    act: async (page) => {
      await page.locator('input[name=outcome][value=refused]').check()
      await press(page, SEND)
    },
  },
  { name: 'letters', as: 'noor', path: ({ withheld }) => `/submissions/${withheld}/letters` },
]
