import { calendar } from './calendar.tsx'
import type { Shape } from './shape.ts'

const disc = <circle class="solid" cx="12" cy="12" r="9.2" />

/** Outlined is open, filled is closed, pointed is late. On a grid of 24, two wide, round ends. */
export const statusShapes = {
  received: { drawing: <path d="M3.5 14h4.3l1.5 3h5.4l1.5-3h4.3v6.2h-17zM12 3.2v8M8.6 8l3.4 3.3L15.4 8" /> },
  considered: {
    drawing: (
      <>
        <circle cx="12" cy="12" r="8.5" />
        <circle class="solid" cx="12" cy="12" r="2.6" />
      </>
    ),
  },
  open: { drawing: <path d="M3.5 12.5h17v8h-17zM7 12.5v-9h10v9M9.8 7.7l1.7 1.7 3-3.3" /> },
  'due-soon': {
    drawing: (
      <>
        <circle cx="12" cy="12" r="8.7" />
        <path d="M12 7.2V12l3.2 2.1" />
      </>
    ),
  },
  overdue: {
    drawing: (
      <>
        <path class="solid" d="M12 2l10 10-10 10L2 12z" />
        <path class="cut" d="M12 7.3v5.6M12 16.3v.1" />
      </>
    ),
  },
  'passed-on': {
    turns: true,
    drawing: (
      <>
        <rect class="solid" x="2.8" y="2.8" width="18.4" height="18.4" rx="3" />
        <path class="cut" d="M6.6 12h10.3M12.8 7.8L17 12l-4.2 4.2" />
      </>
    ),
  },
  merged: {
    drawing: (
      <>
        <path d="M5 3.5c0 7.5 7 5.5 7 11.5v5M19 3.5c0 7.5-7 5.5-7 11.5" />
        <circle class="solid" cx="12" cy="20" r="1.4" />
      </>
    ),
  },
  deferred: {
    drawing: (
      <>
        {calendar}
        <path d="M10 13.3v4M14 13.3v4" />
      </>
    ),
  },
  accepted: {
    drawing: (
      <>
        {disc}
        <path class="cut" d="M7.6 12.4l3 2.9 5.8-6" />
      </>
    ),
  },
  answered: {
    turns: true,
    drawing: (
      <>
        <path class="solid" d="M3.5 4.5h17v12h-9l-4.5 4v-4H3.5z" />
        <path class="cut" d="M8 10.6l2.6 2.5L16 8" />
      </>
    ),
  },
  refused: {
    drawing: (
      <>
        {disc}
        <path class="cut" d="M8 12h8" />
      </>
    ),
  },
  held: { drawing: <path d="M7.5 2.8h9M7.5 21.2h9M8.5 3v3.4l7 11.2V21M15.5 3v3.4l-7 11.2V21" /> },
  review: { drawing: <path d="M20 8.5A8.6 8.6 0 1 0 20.6 12M20.3 3.6v5h-5M12 7.6V12l3 2" /> },
  withdrawn: {
    turns: true,
    drawing: <path d="M9 7.5L4.5 12 9 16.5M4.8 12h9.7a4.7 4.7 0 0 1 0 9.4h-1M20 3.5H12" />,
  },
  removed: {
    drawing: (
      <>
        <rect x="3.5" y="3.5" width="17" height="17" stroke-dasharray="3.2 3" />
        <path d="M8.5 8.5l7 7M15.5 8.5l-7 7" />
      </>
    ),
  },
} satisfies Record<string, Shape>
