/** Whose house this is: one organisation an instance. */
export interface House {
  name: string
  /** `#1d6b4c` */
  accent: string
  languages: readonly string[]
  isDemo: boolean
  /** Where the world reaches us, without a slash at the end. */
  baseUrl: string
  /** For keyed hashes; 32 bytes. */
  secret: Buffer
}
