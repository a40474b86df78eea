/** The sheet of a calendar, alone for a day and marked for a deferral. */
export const calendar = <path d="M4 6h16v14.5H4zM4 10.5h16M8.2 3.3v4.2M15.8 3.3v4.2" />
