import { readStatusWord } from '../rules/status-words.ts'

/** Where the notice's heading ends and its particulars begin, where a source runs them together. */
const particulars = /[\r\n]|IPC|主分类|专利号|申请号|申请日|授权公告日|合同备案号|登记号|变更事项|[:：]/u

/**
 * The word of a legal event (法律状态): the source's own; where that tells only that the right ended (专利权的终止), with the ground
 * from the heading of the notice's text or from the feed's code. Empty where none of them says anything.
 */
export function eventWord(value: string, code: string, text: string): string {
  const heading = (text.split(particulars)[0] ?? '').trim()
  const says = readStatusWord(value)
  const ground = [heading, code].find((word) => word && !['ended', 'unchanged', null].includes(readStatusWord(word)))
  if (!value) return ground ?? code
  return ground && (says === 'ended' || says === null) && ground !== value ? `${value}（${ground}）` : value
}
