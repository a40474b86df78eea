/** A real UTC time with whole seconds, written `YYYY-MM-DDTHH:MM:SSZ`. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return false
  const time = Date.parse(text)
  return Number.isFinite(time) && new Date(time).toISOString() === text.replace('Z', '.000Z')
}

/** A real date, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return isInstant(`${text}T00:00:00Z`)
}
