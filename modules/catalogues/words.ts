type Facts = Readonly<Record<string, unknown>>

/** Refusals of this module → sentences. */
export const catalogueWords = {
  'catalogue-unknown': () => '没有这一目录，请从菜单重新进入。',
  'entry-unknown': () => '目录中没有这一条，可能编号有误，请返回目录查找。',
  'change-unknown': () => '没有找到该项变更，请返回待审批列表查看。',
  'not-in-this-state': ({ label }: Facts) =>
    `当前状态下不能办理此项操作${label ? `（当前：${String(label)}）` : ''}，请刷新后查看最新进展。`,
  'same-person': () => '提出人与审批人不得为同一人，请由其他人员办理。',
  'scan-missing': () => '录入纸质审批结果的，应当同时上传签批件扫描件。',
  'scan-unknown': () => '没有找到所引用的签批件扫描件，请重新上传。',
  'scan-unreadable': () => '签批件扫描件应当是 PDF、JPG 或者 PNG 文件，请重新扫描后上传。',
  'not-proposer': ({ proposer }: Facts) => `该项变更由${String(proposer)}提出，修改和撤回由本人办理。`,
  'signed-late': ({ today }: Facts) => `签批日期不能晚于今天（${String(today)}）。`,
  'entry-changed-since': ({ by }: Facts) =>
    `该项变更提出之后，同一条目已有其他变更生效${by ? `（${String(by)}）` : ''}，本项变更所对照的内容已不是现行内容，不能批准。请退回，由提出人对照现行内容重新提出。`,
  'body-invalid': ({ fields }: Facts) =>
    `填写的内容有误：${Object.values(fields as Record<string, string>)
      .slice(0, 3)
      .join('；')}。`,
  'version-exists': ({ from }: Facts) => `该条目自${String(from)}起已有一个版本。如其内容有误，请选择“订正”。`,
  'version-unknown': () => '没有找到要变更的版本，请刷新后重新选择。',
  'version-was-in-force': () =>
    '该版本已经施行，不能撤除，只能自某一天起停止适用。停止适用的日期（最后适用日）不能早于起始日期。',
  'begins-after-end': ({ from }: Facts) => `终止日期不能早于起始日期（${String(from)}）。`,
  'entries-fixed': () => '该目录的条目由系统规则引用，只能变更已有条目的内容，不能新增条目。',
  'nothing-changed': () => '填写的内容与现行内容相同，没有可以提出的变更。',
} as const
