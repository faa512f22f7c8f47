import { type Outcome, refuse } from '#kernel/outcome'
import { type SheetRefusal, UnreadableSheet } from './refusals.ts'

/** The outcome of an opening, with what was thrown as refusals and missing files handed out as such; bugs go on up. */
export async function outcomeOf<T>(open: () => Promise<Outcome<T, SheetRefusal>>): Promise<Outcome<T, SheetRefusal>> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse(error.refusal)
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return refuse({ code: 'no-such-file' })
    throw error
  }
}
