/** Refusals of this module → sentences. */
export const markCheckWords = {
  'check-unknown': () => '没有找到该核验记录，请刷新后再办理。',
  'not-on-worklist': () => '该记录不在待联网核查清单中，无需补录核查结果。',
  'no-number-to-verify': () => '该标识没有可供查询的号码，不能补录核查结果。请核对实物后重新核验，或者办理不再核查。',
  'evidence-missing': () => '请粘贴国家知识产权局系统的查询结果，或者上传查询结果截图，至少提供一项。',
  'looked-up-late': ({ today }: { today?: unknown }) => `查询日期不能晚于今天（${String(today)}）。`,
  'screenshot-unknown': () => '没有找到该截图，请重新上传。',
  'screenshot-kind': () => '截图应为 PNG、JPEG 图片或者 PDF 文件，请转换格式后上传。',
  'list-unknown': () => '没有找到该批量核验，请刷新后再试。',
  'list-unreadable': ({ sentence }: { sentence?: unknown }) => String(sentence),
  'list-empty': () => '清单中没有内容，请粘贴或者上传需要核验的标识。',
  'list-too-long': ({ most }: { most?: unknown }) => `清单超过${String(most)}行，请拆分后分次核验。`,
  'list-file-missing': () => '请选择需要核验的清单文件（.xlsx、.xls 或者 .csv）。',
  'screenshot-missing': () => '请选择截图文件。',
  'list-still-checking': () => '该清单正在核验，完成后再下载结果。',
} as const
