import type { ReferenceRefusal } from './ipc-file.ts'

const names: Readonly<Record<string, string>> = { code: '分类号（code）', title_zh: '中文名称（title_zh）' }

/** Refusals of reference files → sentences. */
export const referenceWords: {
  readonly [Code in ReferenceRefusal['code']]: (refusal: Extract<ReferenceRefusal, { code: Code }>) => string
} = {
  'reference-headings-missing': ({ missing }) =>
    `文件首行缺少${missing.map((heading) => `“${names[heading] ?? heading}”`).join('、')}一栏，不是分类名称文件，未导入。`,
  'reference-code-unknown': ({ row, text }) =>
    `第${row}行的“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”不是 IPC 分类号（应如 A01K 7/02），整个文件未导入，请更正后重新导入。`,
  'reference-not-utf8': () => '文件不是 UTF-8 编码，未导入。请另存为“CSV UTF-8”格式后重新导入。',
  'reference-broken': () => '压缩文件不完整或者已损坏，未导入。请重新下载后再导入。',
}
