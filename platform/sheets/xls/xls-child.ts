import { answerQuestions } from '../thread/answer-questions.ts'
import type { Question, Task } from '../thread/answers.ts'
import { xlsSheets } from './xls-sheets.ts'

// Entry of the child process that parses .xls; the first message is its task. It ends with the channel to its parent.
process.once('message', (task: Task) => {
  const answer = answerQuestions(xlsSheets(task.path, task.cellLimit), (reply) => process.send?.(reply))
  process.on('message', (question: Question) => answer(question))
})
