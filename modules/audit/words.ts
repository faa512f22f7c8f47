type Facts = Readonly<Record<string, unknown>>

/** Refusals of this module → sentences. */
export const auditWords = {
  'entries-malformed': ({ most }: Facts) => `请按“12-15、18”的格式填写日志序号，一次不超过${String(most)}条。`,
  'details-unknown': ({ first }: Facts) => `没有第${String(first)}条日志，或者其明细已经删除。请核对序号后重新填写。`,
  'details-to-be-kept': ({ first, until }: Facts) =>
    `第${String(first)}条日志的保存期限未满，${String(until)}以后才能删除明细。期满以前可以限制查看人员。`,
  'details-prove-erasure': ({ first }: Facts) =>
    `第${String(first)}条是删除日志明细的记录，须长期保留，不能删除。请从序号中去掉。`,
  'erasure-unknown': () => '没有找到该项申请，请刷新页面后查看。',
  'same-person': () => '提出人与审批人不得为同一人，请由其他人员办理。',
  'not-proposer': ({ proposer }: Facts) => `该项申请由${String(proposer)}提出，撤回由本人办理。`,
} as const
