/** A matter as any list of matters shows it. */
export interface ListedMatter {
  id: string
  number: number
  kind: string
  title: string | null
  language: string
  openedAt: Date
  closedAt: Date | null
  closingOutcome: string | null
  /** Of its open custody; null once it ended. */
  receivedAt: Date | null
  dueAt: Date | null
  consideredAt: Date | null
}
