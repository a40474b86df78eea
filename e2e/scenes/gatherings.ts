import { press } from './press.ts'
import { type Scene, SEND } from './scene.ts'

const ofGathering =
  (key: string, rest = ''): Scene['path'] =>
  ({ gatherings }) =>
    `/gatherings/${gatherings[key]}${rest}`

/** Gatherings, what was heard at them, and who listens; those of `db/demo/gatherings.csv` by their key. */
export const GATHERINGS: readonly Scene[] = [
  { name: 'gatherings', path: () => '/gatherings' },
  { name: 'gatherings-past', path: () => '/gatherings?when=past' },
  { name: 'gatherings-none', path: () => '/units/slough/gatherings' },
  { name: 'gathering-coming', path: ofGathering('mill-december') },
  { name: 'gathering-heard', path: ofGathering('mill-evening') },
  { name: 'gathering-called-off', path: ofGathering('heeley-snow') },
  { name: 'gathering-new', as: 'idris', path: () => '/gatherings/new' },
  {
    name: 'gathering-again',
    as: 'idris',
    path: () => '/gatherings/new',
    status: 422,
    act: (page) => press(page, SEND),
  },
  { name: 'gathering-change', as: 'idris', path: ofGathering('mill-december', '/details') },
  { name: 'gathering-series', path: ({ series }) => `/gatherings/${series}` },
  { name: 'gathering-series-change', as: 'idris', path: ({ series }) => `/gatherings/${series}/details` },
  { name: 'gathering-register', path: ofGathering('leeds-listening', '/registration') },
  {
    name: 'gathering-registered',
    path: ofGathering('leeds-listening', '/registration'),
    act: async (page) => {
      await page.locator('#name').fill('Wren')
      await press(page, SEND)
    },
  },
  { name: 'gathering-place-with-key', path: ofGathering('leeds-listening', '/place') },
  { name: 'gathering-who-registered', as: 'idris', path: ofGathering('mill-december', '/registered') },
  { name: 'gathering-door', as: 'idris', path: ofGathering('mill-december', '/door') },
  { name: 'gathering-sheet', as: 'idris', path: ofGathering('mill-evening', '/heard') },
  {
    name: 'gathering-sheet-again',
    as: 'idris',
    path: ofGathering('branch-october', '/heard'),
    status: 422,
    act: async (page) => {
      await page.locator('#people_there').fill('many')
      await page.locator('#words-1').fill('The door sticks.')
      await press(page, SEND)
    },
  },
  { name: 'unit-heard', path: () => '/units/millbrook/heard' },
  { name: 'listening', path: () => '/listening?kind=branch' },
]
