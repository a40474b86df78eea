import { calendar } from './calendar.tsx'
import type { Shape } from './shape.ts'

const page = <path d="M6 3h8.5L18.5 7v14H6z" />

export const actionShapes = {
  tick: { drawing: <path d="M4.5 12.8l4.8 4.7L19.5 7" /> },
  cross: { drawing: <path d="M5.5 5.5l13 13M18.5 5.5l-13 13" /> },
  forward: { turns: true, drawing: <path d="M4 12h15.5M13.5 6l6 6-6 6" /> },
  back: { turns: true, drawing: <path d="M20 12H4.5M10.5 6l-6 6 6 6" /> },
  pen: { drawing: <path d="M4 20l1-4.5L16.2 4.3l3.5 3.5L8.5 19zM13.6 6.9l3.5 3.5" /> },
  bell: { drawing: <path d="M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10.3 20.8h3.4" /> },
  lock: { drawing: <path d="M5 11h14v9.5H5zM8.2 11V7.5a3.8 3.8 0 0 1 7.6 0V11" /> },
  key: { drawing: <path d="M14.5 9.5a5 5 0 1 0-3 3l2.2 2.2H16v2.2h2.2v2.2h2.6v-3.3z" /> },
  find: { drawing: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21" /> },
  print: { drawing: <path d="M7 8.5v-5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z" /> },
  save: { drawing: <path d="M12 3.5v12M7 10.8l5 5 5-5M4 20.5h16" /> },
  send: { drawing: <path d="M12 20.5v-12M7 13.2l5-5 5 5M4 3.5h16" /> },
  erase: { drawing: <path d="M4.5 6.5h15M9 6.5v-3h6v3M6.5 6.5l1 14h9l1-14M10.2 10.5v6M13.8 10.5v6" /> },
  mail: { drawing: <path d="M3 5.5h18v13H3zM3.5 6.5L12 13l8.5-6.5" /> },
  telephone: {
    drawing: (
      <path d="M6.5 3.5h3L11 7.8 9 9.4a11 11 0 0 0 5.6 5.6l1.6-2 4.3 1.5v3a3 3 0 0 1-3 3C10 20 4 14 3.5 6.5a3 3 0 0 1 3-3z" />
    ),
  },
  place: {
    drawing: (
      <>
        <path d="M12 21.5S5 15 5 9.8a7 7 0 0 1 14 0c0 5.2-7 11.7-7 11.7z" />
        <circle cx="12" cy="9.8" r="2.4" />
      </>
    ),
  },
  calendar: { drawing: calendar },
  document: {
    turns: true,
    drawing: (
      <>
        {page}
        <path d="M14 3.2v4.3h4.3M9 12h6.5M9 16h6.5" />
      </>
    ),
  },
  attach: {
    drawing: (
      <path d="M19.5 11.5l-7.8 7.8a5 5 0 0 1-7-7l8.4-8.4a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.3a1.7 1.7 0 0 1-2.4-2.4L14.5 7.3" />
    ),
  },
  speech: {
    turns: true,
    drawing: <path d="M3.5 4.5h17v12h-9l-4.5 4v-4H3.5zM8 10.5h.1M12 10.5h.1M16 10.5h.1" />,
  },
  people: {
    drawing: (
      <>
        <circle cx="8.6" cy="8.6" r="3.4" />
        <path d="M2.5 19.5c.4-3.7 2.6-5.5 6.1-5.5s5.7 1.8 6.1 5.5M15 5.6a3.4 3.4 0 0 1 0 6M17.6 14.6c2.2.6 3.6 2.3 3.9 4.9" />
      </>
    ),
  },
  person: {
    drawing: (
      <>
        <circle cx="12" cy="8" r="4" />
        <path d="M4 20.5c.6-4.6 3.4-6.7 8-6.7s7.4 2.1 8 6.7" />
      </>
    ),
  },
  scales: { drawing: <path d="M12 3.5v17M7 20.5h10M5 6.5h14M5 6.5l-2.5 7h5zM19 6.5l-2.5 7h5z" /> },
  seen: {
    drawing: (
      <>
        <path d="M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12z" />
        <circle cx="12" cy="12" r="2.8" />
      </>
    ),
  },
  report: { turns: true, drawing: <path d="M5.5 21.5v-18M5.5 4.5h13l-3 4.2 3 4.3h-13" /> },
  language: {
    drawing: (
      <>
        <circle cx="12" cy="12" r="8.8" />
        <path d="M3.2 12h17.6M12 3.2c5 5 5 12.6 0 17.6-5-5-5-12.6 0-17.6z" />
      </>
    ),
  },
  feed: { turns: true, drawing: <path d="M5 19h.1M4.5 12.5a7 7 0 0 1 7 7M4.5 5.5a14 14 0 0 1 14 14" /> },
  link: {
    drawing: (
      <path d="M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7L12 17.7" />
    ),
  },
  plus: { drawing: <path d="M12 5v14M5 12h14" /> },
  information: {
    drawing: (
      <>
        <circle cx="12" cy="12" r="8.7" />
        <path d="M12 11v5.2M12 7.8v.1" />
      </>
    ),
  },
} satisfies Record<string, Shape>
