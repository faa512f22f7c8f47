import type { SheetSource } from '../sheet.ts'
import { answerQuestions } from './answer-questions.ts'
import type { Question, Task } from './answers.ts'

// Entry of the child process that reads one file. The first message is its task, the others are questions; it ends with
// the channel to its parent.
process.once('message', (task: Task) => {
  const answer = answerQuestions(sheetsOf(task), (reply) => process.send?.(reply))
  process.on('message', (question: Question) => answer(question))
})
process.once('disconnect', () => process.exit())

/** Each reader is loaded only where it is needed: most files are small, and starting is most of the time they take. */
async function* sheetsOf({ kind, path, encoding, cellLimit, temporaryFolder }: Task): AsyncGenerator<SheetSource> {
  switch (kind) {
    case 'xlsx': {
      const { xlsxSheets } = await import('../xlsx/xlsx-sheets.ts')
      yield* xlsxSheets(path, cellLimit, temporaryFolder)
      break
    }
    case 'xls': {
      const { xlsSheets } = await import('../xls/xls-sheets.ts')
      yield* xlsSheets(path, cellLimit)
      break
    }
    case 'csv': {
      const { csvSheets } = await import('../text/csv-sheet.ts')
      yield* csvSheets(path, encoding ?? 'utf-8', cellLimit)
      break
    }
    default: {
      const { htmlSheets, workbookXmlSheets } = await import('../text/markup-sheets.ts')
      yield* (kind === 'html' ? htmlSheets : workbookXmlSheets)(path, encoding ?? 'utf-8', cellLimit)
    }
  }
}
