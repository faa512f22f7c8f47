import { parentPort, workerData } from 'node:worker_threads'
import type { SheetSource } from '../sheet.ts'
import { csvSheets } from '../text/csv-sheet.ts'
import { htmlSheets, workbookXmlSheets } from '../text/markup-sheets.ts'
import { xlsxSheets } from '../xlsx/xlsx-sheets.ts'
import { answerQuestions } from './answer-questions.ts'
import type { Question, Task } from './answers.ts'

// Entry of the worker thread that parses all but .xls.
const port = parentPort!
const answer = answerQuestions(sheetsOf(workerData as Task), (reply) => port.postMessage(reply))
port.on('message', (question: Question) => answer(question))

function sheetsOf(task: Task): AsyncGenerator<SheetSource> {
  const { path, cellLimit } = task
  switch (task.kind) {
    case 'xlsx':
      return xlsxSheets(path, cellLimit, task.temporaryFolder)
    case 'csv':
      return csvSheets(path, task.encoding ?? 'utf-8', cellLimit)
    case 'html':
      return htmlSheets(path, task.encoding ?? 'utf-8', cellLimit)
    case 'workbook-xml':
      return workbookXmlSheets(path, task.encoding ?? 'utf-8', cellLimit)
    case 'xls':
      throw new Error('.xls is read in a child process')
  }
}
