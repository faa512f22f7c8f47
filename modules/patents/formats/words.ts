import { sheetWords } from '#platform/sheets'
import type { ReadRefusal } from './refusals.ts'
import { sources } from './sources.ts'

/** Refusal → the sentence (提示语) a person reads where a file is refused as a whole. */
export const readWords: { readonly [Code in ReadRefusal['code']]: (refusal: Extract<ReadRefusal, { code: Code }>) => string } = {
  ...sheetWords,
  'no-number-column': () => '这张表没有申请号、专利号或公开（公告）号一栏，无法确定每一行是哪一件专利，整表未导入。',
  'unknown-layout': (refusal) =>
    `${refusal.format ? `这是${sources[refusal.format].name}的格式，暂不认识` : '暂不认识这种格式'}，未导入。${refusal.unplaced.length === 0 ? '文件中没有可以识别的表头。' : `无法识别的表头：${listed(refusal.unplaced)}。`}`,
  'trademark-table': () => '这是商标清单，不是专利清单，请到“商标”中导入。',
  'layout-not-read': (refusal) =>
    `已识别为 ${sources[refusal.format].name} 格式，暂不支持导入，请改用国家知识产权局数据或电子表格。`,
  'no-patent-document': (refusal) =>
    refusal.root
      ? `XML 文件中没有专利文献或法律状态记录（根元素为“${refusal.root}”），未导入。`
      : 'XML 文件中没有专利文献或法律状态记录，未导入。',
  'no-records': () => 'JSON 文件中没有专利记录，未导入。',
  'broken-xml': (refusal) => `XML 文件无法读取：${refusal.why}。请重新下载后再导入。`,
  'broken-json': (refusal) => `JSON 文件在第 ${refusal.at} 个字符处不完整或有错，请重新导出后再导入。`,
  'nothing-to-read': (refusal) => `压缩包内的 ${refusal.entries} 个文件中没有可以导入的专利数据。`,
}

export function readRefusalSentence(refusal: ReadRefusal): string {
  return (readWords[refusal.code] as (refusal: ReadRefusal) => string)(refusal)
}

function listed(headings: readonly string[]): string {
  const shown = headings.slice(0, 20).map((heading) => (heading.length > 30 ? `${heading.slice(0, 30)}…` : heading))
  return `${shown.join('、')}${headings.length > 20 ? ` 等 ${headings.length} 个` : ''}`
}

const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`

/** Why one row was not imported (未导入原因): the column and what is the matter with it. */
export const rowReasons = {
  noNumber: '这一行没有申请号、专利号或公开（公告）号，无法确定是哪一件专利',
  notANumber: (heading: string, text: string) => `“${heading}”一栏的${quoted(text)}不是号码`,
  noSuchDay: (heading: string, text: string) => `“${heading}”一栏的${quoted(text)}不是存在的日期`,
  scientificNotation: (heading: string, text: string) =>
    `“${heading}”一栏的${quoted(text)}被表格软件改成了科学计数法，号码已丢失，请按文本重新导出`,
  cellTooLong: (heading: string, length: number) => `“${heading}”一栏有 ${length} 个字，超出一件专利的可能范围`,
  damaged: (heading: string, text: string) => `“${heading}”一栏的${quoted(text)}有字符丢失（编码损坏），请重新导出`,
  notAList: '这一行不是“序号 题名 发明人 申请人 中国专利 申请日 公开日 收藏 公开号”的形式',
  otherLayout: (name: string) => `同一文件中混有另一种格式（${name}），请分开导入`,
  brokenDocument: (why: string) => `XML 内容有错，无法读取：${why}`,
  entityDeclared: '文件自带实体声明（ENTITY），为安全起见不予展开',
  documentTooLong: '这件文献的著录内容过长，超出一件专利的可能范围',
  noEvent: '该记录没有写明法律状态',
  noFeeYear: (kind: string) => `${quoted(kind)}没有写明是第几年度的年费`,
  noPaymentDay: '这一行没有写明缴费日期',
  noAmount: (heading: string, text: string) => `“${heading}”一栏的${quoted(text)}不是金额`,
  deletedRecord: '该记录在来源中标为删除',
  otherDocument: (root: string) => `不是专利文献或法律状态记录（${root}）`,
  brokenRecord: '这条记录不是完整的 JSON 对象',
  brokenOff: (why: string) => `文件在此中断：${why}`,
} as const
