import { z } from 'zod'

/** The public number of a matter, from a form or from JSON. */
export const publicNumber = z.coerce.number().int().positive().max(999_999_999_999_999)
