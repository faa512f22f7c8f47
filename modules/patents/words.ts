import { dayOf, monthOf, type PlainDate, yearOf } from '#kernel/time'

type Facts = Readonly<Record<string, unknown>>

const inWords = (day: unknown): string => {
  const on = String(day) as PlainDate
  return `${yearOf(on)}年${monthOf(on)}月${dayOf(on)}日`
}

/** Refusals of this module's acts and reads → sentences. */
export const patentWords = {
  'patent-unknown': () => '本台账未查到该专利。请核对号码，或者先导入相关数据。',
  'import-unknown': () => '没有找到该导入批次，请刷新后再办理。',
  'not-in-this-state': ({ label }: Facts) =>
    `当前状态下不能办理此项操作${label ? `（当前：${String(label)}）` : ''}，请刷新后查看最新进展。`,
  'same-person': () => '提出人与审批人不得为同一人，请由其他人员办理。',
  'scan-missing': () => '录入纸质审批结果的，应当同时上传签批件扫描件。',
  'import-running': () => '有一批数据正在导入，完成后再办理。',
  'source-day-missing': () => '请填写数据日期，即来源数据截至哪一天。',
  'source-day-late': ({ today }: Facts) => `数据日期不能晚于今天（${String(today)}）。`,
  'field-unknown': () => '该字段不支持人工核定。',
  'value-unreadable': ({ why }: Facts) => `填写的内容无法识别：${String(why)}`,
  'value-missing': () => '请选择采用哪一来源的内容，或者填写核定内容。',
  'source-gone': () => '所选来源的内容已不在台账中，请刷新后重新选择。',
  'decision-unknown': () => '该项没有人工核定结果，或者已被撤销。',
  'no-key': () => '该记录没有可识别的号码，暂不能人工核定，请先补充申请号或者公开号。',
  'county-unknown': () => '所选县市不在本州范围内。',
  'twin-unknown': () => '没有找到该组疑似重复记录，可能已处理，请刷新。',
  'already-decided': () => '该组记录已经核定，如需更改请先撤销原核定。',
  'search-unknown': () => '没有找到该保存的检索，可能已被删除。',
  'search-too-broad': ({ most }: Facts) => `检索结果超过${String(most)}件，不能保存比较。请增加检索词或者筛选条件。`,
  'name-taken': ({ name }: Facts) => `已有名为“${String(name)}”的检索，请换一个名称。`,
  unreadable: ({ sentence }: Facts) => String(sentence),
  'not-granted': () => '该专利尚未授权，或者台账中没有授权公告日，不能推算年费。请先核对授权公告日。',
  'bibliography-missing': () => '台账中缺少专利类型或者申请日，不能推算年费。请先核定这些字段。',
  'no-annuity-left': ({ status }: Facts) => `该专利当前没有需要缴纳的年费（法律状态：${String(status)}）。`,
  'day-ahead': ({ today }: Facts) => `日期不能晚于今天（${String(today)}）。`,
  'paid-before-filing': () => '缴费日早于申请日，请核对。',
  'note-known': () => '同样内容已经登记，不再重复登记。',
  'note-unknown': () => '没有找到该项登记，可能已被撤销，请刷新。',
  'span-backwards': () => '结束日期早于开始日期，请核对。',
  'term-unknown': ({ filedOn }: Facts) => `申请日${inWords(filedOn)}早于专利法施行之日（1985年4月1日），请核对申请日。`,
  'granted-before-filing': () => '授权公告日早于申请日，请核对两个日期。',
  'year-before-grant': ({ year, first }: Facts) =>
    `该专利在第${String(first)}年度授予专利权，第${String(year)}年度不缴纳年费；首次缴纳的是第${String(first)}年度年费，在办理登记手续时缴纳。`,
  'granted-after-term': ({ endsOn }: Facts) => `授权公告日晚于专利权期限届满日（${String(endsOn)}），请核对申请日和授权公告日。`,
  'year-beyond-term': ({ year, last }: Facts) => `该专利权的期限为${String(last)}年，没有第${String(year)}年度年费。`,
  'fee-unknown': ({ on }: Facts) => `费用目录中没有${inWords(on)}适用的收费标准，请在费用目录中补充后再查询。`,
  'owner-missing': () => '请填写申请人或者专利权人。',
  'reduction-unknown': ({ on }: Facts) => `费用目录中没有${inWords(on)}适用的费用减缴标准。`,
  'owner-over-threshold': ({ n, threshold }: Facts) =>
    `第${String(n)}位申请人（专利权人）的收入或者应纳税所得额不低于${String(threshold)}元，不符合费用减缴条件；共有的应当分别符合条件。`,
  'not-compensated': () => '补偿期限届满日应当晚于申请日起满20年之日；只有发明专利可以给予期限补偿。',
  'format-not-sheet': () => '请上传文件。',
} as const
