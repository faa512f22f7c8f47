import { normaliseHeading } from './headings.ts'

/** Columns that this product adds to what it hands out; they are passed over when the file comes back. */
export const ownHeadings = {
  right: '台账专利类型',
  status: '台账法律状态',
  county: '台账所属县市',
  stoodAt: '原文件位置',
  reason: '未导入原因',
} as const

const own = new Set(Object.values(ownHeadings).map(normaliseHeading))

/** Whether a heading in compared form is one of ours. */
export const isOwnHeading = (norm: string): boolean => own.has(norm)
