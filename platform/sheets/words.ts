import type { OtherKind, SheetRefusal } from './refusals.ts'

const otherKinds: Record<OtherKind, string> = {
  xml: '这是 XML 文件，不是电子表格。',
  json: '这是 JSON 文件，不是电子表格。',
  zip: '这是压缩包，请解压后上传其中的电子表格。',
  pdf: '这是 PDF 文件，无法作为电子表格读取，请上传导出的 Excel 或 CSV 文件。',
  unknown: '无法识别的文件，请上传 Excel（.xlsx、.xls）或 CSV 文件。',
}

const bombs: Record<Extract<SheetRefusal, { code: 'bomb' }>['by'], (limit: number) => string> = {
  ratio: (limit) => `文件的压缩比超过 ${limit} 倍，疑似压缩炸弹，已停止读取。请在 WPS 或 Excel 中重新另存后再上传。`,
  total: (limit) => `文件解压后超过 ${size(limit)}，请拆分成几个文件后分别上传。`,
  entries: (limit) => `压缩包内的文件超过 ${limit.toLocaleString('en')} 个，请拆分成几个压缩包后分别上传。`,
  overlap: () => '压缩包的目录与内容不符，疑似压缩炸弹，已停止读取。请重新压缩后再上传。',
}

/** Refusal → the sentence (提示语) a person reads: what is the matter and what to do. */
export const sheetWords: { readonly [Code in SheetRefusal['code']]: (refusal: Extract<SheetRefusal, { code: Code }>) => string } =
  {
    'no-such-file': () => '找不到该文件，请核对文件路径。',
    'empty-file': () => '文件是空的，请核对后重新上传。',
    'not-a-sheet': (refusal) => otherKinds[refusal.kind],
    'other-workbook': (refusal) => `暂不支持 .${refusal.format} 格式，请在 WPS 或 Excel 中另存为 .xlsx 后重新上传。`,
    encrypted: () => '文件已加密，请在 WPS 或 Excel 中取消密码后重新上传。',
    'damaged-file': () => '文件已损坏或不完整，请重新导出或重新下载后再上传。',
    bomb: (refusal) => bombs[refusal.by](refusal.limit),
    'unsafe-name': (refusal) => `压缩包内有不安全的文件名“${refusal.name}”，请重新压缩后再上传。`,
    'unknown-compression': () => '压缩包使用了不支持的压缩方式，请改用普通的 ZIP 方式重新压缩。',
    'document-type': () => '文件内含有外部定义（DTD），为安全起见不予读取。请在 WPS 或 Excel 中另存为 .xlsx 后重新上传。',
    'endless-text': () => '文件内有一段文字长得异常，无法读取。请核对后重新导出。',
    'xls-too-large': (refusal) =>
      `.xls 文件有 ${size(refusal.bytes)}，超过 ${size(refusal.limit)}，请在 WPS 或 Excel 中另存为 .xlsx 后重新上传。`,
    'too-slow': (refusal) => `读取该文件超过 ${refusal.seconds} 秒，已停止。请在 WPS 或 Excel 中另存为 .xlsx 后重新上传。`,
    'too-much-memory': () => '读取该文件所需的内存过大，已停止。请在 WPS 或 Excel 中另存为 .xlsx，或拆分后重新上传。',
  }

export function sheetRefusalSentence(refusal: SheetRefusal): string {
  return (sheetWords[refusal.code] as (refusal: SheetRefusal) => string)(refusal)
}

function size(bytes: number): string {
  const megabytes = bytes / 1024 ** 2
  return megabytes < 1024 ? `${Math.ceil(megabytes)} MB` : `${Math.round((megabytes / 1024) * 10) / 10} GB`
}
