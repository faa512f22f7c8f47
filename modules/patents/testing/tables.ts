import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Headings of the CNIPA search: official, may be published. */
export const cnipa = [
  '申请号',
  '申请日',
  '公开（公告）号',
  '公开（公告）日',
  '发明名称',
  'IPC分类号',
  '申请（专利权）人',
  '发明人',
  '申请人地址',
]
/** Headings of 智慧芽: a vendor, for the office alone. */
export const vendor = [
  '公开(公告)号',
  '标题',
  '申请号',
  '申请日',
  '公开(公告)日',
  '专利类型',
  '简单法律状态',
  '[标]当前申请(专利权)人',
  '[标]原始申请(专利权)人',
  '发明人',
]

/** Writes an invented table as CSV into a folder and answers its path. */
export function table(folder: string, name: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const path = join(folder, name)
  writeFileSync(path, `\ufeff${[headings, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`)
  return path
}
