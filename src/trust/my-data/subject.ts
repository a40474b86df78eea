/**
 * Whose data: a person with their account and its address, or whoever reads the letters of an address. `matters` are those
 * whose words are theirs to see and to erase.
 */
export interface Subject {
  personId: string | null
  address: string | null
  matters: readonly string[]
}
