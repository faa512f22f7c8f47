import { z } from 'zod'

/** The id that stands in the path, taken into the act's input. */
export const withId = { id: z.string().max(64) }
