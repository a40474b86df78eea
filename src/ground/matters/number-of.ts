/** The public number of the matter that an SQL expression gives the id of, for what is shown of personal data. */
export const numberOf = (id: string) => `(select matters.number from matters where matters.id = ${id})`
