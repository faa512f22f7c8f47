import { UnreadableSheet } from '../refusals.ts'
import type { SheetRow, SheetSource } from '../sheet.ts'
import type { Answer, Question } from './answers.ts'

/** The reading side: walks the sheets as it is asked to, one answer for each question. */
export function answerQuestions(
  sheets: AsyncGenerator<SheetSource>,
  post: (answer: Answer) => void,
): (question: Question) => void {
  let rows: AsyncIterator<SheetRow[]> | null = null
  let last: Promise<void> = Promise.resolve()
  let broken: Answer | null = null

  async function answer(question: Question): Promise<Answer> {
    if (broken) return broken
    try {
      if (question === 'rows') {
        const next = await rows?.next()
        return next && !next.done ? { rows: next.value } : { end: true }
      }
      await rows?.return?.()
      rows = null
      const next = await sheets.next()
      if (next.done) return { end: true }
      rows = next.value.batches()[Symbol.asyncIterator]()
      return { sheet: { name: next.value.name, hidden: next.value.hidden } }
    } catch (error) {
      broken = error instanceof UnreadableSheet ? { refusal: error.refusal } : { bug: (error as Error).stack ?? String(error) }
      return broken
    }
  }

  return (question) => {
    last = last.then(async () => post(await answer(question)))
  }
}
