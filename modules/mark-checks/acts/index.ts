import { recordCheck } from './check.ts'
import { enlist, enlistRow } from './enlist.ts'
import { keepScreenshot } from './keep-screenshot.ts'
import { checkList, settleList } from './lists.ts'
import { correctCheck, verifyCheck, waiveCheck } from './verify.ts'

export const markCheckActs = [
  recordCheck,
  keepScreenshot,
  verifyCheck,
  correctCheck,
  waiveCheck,
  checkList,
  settleList,
  enlist,
  enlistRow,
] as const
