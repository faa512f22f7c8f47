import { normalise } from '#kernel/words'

/**
 * What a source's own word says of a right: one of the statuses, or only that it ended (`ended`, the ground is not told),
 * that it came back (`restored`), or nothing about it (`unchanged`: transfers, pledges, corrections).
 */
export type SaidStatus =
  | 'pending'
  | 'in-force'
  | 'in-grace'
  | 'lapsed'
  | 'expired'
  | 'invalidated'
  | 'surrendered'
  | 'withdrawn'
  | 'rejected'
  | 'ended'
  | 'restored'
  | 'unchanged'

/** Words by which a source sums up (CNIPR 专利权状态, incoPat 专利有效性, 智慧芽 简单法律状态, Lens): the details beside them only refine. */
const summaries: Partial<Record<SaidStatus, string>> = {
  pending: '审中 在审 待审 审查中 在审中 未决 pending',
  'in-force': '有权 有效 有效专利 专利有效 专利权有效 active patented',
  ended: '无权 失效 无效 无效专利 权利失效 专利失效 inactive discontinued',
  expired: 'expired',
}

/** Words of events (法律事件) and of the case states of CNIPA's query system (案件状态). */
const details: Record<SaidStatus, string> = {
  pending: `
    公开 公布 发明公开 公开发明 发明专利公开 申请公布 发明专利申请公布 公布公告 申请 受理 实审 实质审查 实质审查的生效 实质审查生效 实质审查请求的生效
    进入实审 等待实审提案 等待实审请求 等待提实审 准备进入实审阶段 实审检查 待质检抽案 形式审查 新案审查 回案审查 中间文件审查
    等待申请费 等待案件分配 待分配 准备进入外观分类 准备进入发明初审 准备进入新型初审 等待提案 初审 初审待答复 补正待答复 待答复
    等待公布 准备公布 准备等待公布 公布完成 公布封卷 期限费用审查 审查待提取
    一通出案待答复 中通出案待答复 其他通知书出案待答复 一通回案实审 中通回案实审 其他通知书回案实审
    一通回案形审 中通回案形审 其他通知书回案形审 形审补正待答复
    驳回理由通知 驳回等复审请求 复审 复审请求 待发授权办登通知书 等年登印费 等待颁证公告 准备颁证公告 待公告`,
  'in-force': `
    授权 审定授权 专利授权 授权公告 授予 发明授权 发明专利授权 发明专利权授予 实用新型授权 实用新型专利权授予 外观设计授权 外观设计专利权授予 授权专利权
    专利权维持 维持 维持有效 专利权维持有效 维持专利权有效 已下证
    部分无效 专利权部分无效 部分无效宣告 专利权的部分无效宣告 宣告专利权部分无效 部分撤销 专利权部分撤销`,
  'in-grace': '等年费滞纳金 等年滞纳金 等待年费滞纳金',
  lapsed: `
    未缴年费 未缴年费终止 未缴年费专利权终止 未缴纳年费专利权终止 因未缴年费专利权终止 未缴年费终止失效 未缴年费专利权终止等恢复
    未缴年费终止等恢复 未缴年费终止等恢复补正 欠费终止 欠费失效`,
  expired: `
    期限届满 期满 期满终止 届满 届满终止 有效期届满 专利权有效期届满 期限届满专利权终止 专利权期限届满 届满终止失效 届满终止待失效`,
  invalidated: `
    全部无效 专利权全部无效 宣告专利权全部无效 宣告全部无效 无效宣告 专利权的无效宣告 专利权无效宣告 无效宣告失效
    全部撤销 专利权全部撤销 专利权的撤销 撤销专利权`,
  surrendered: `
    放弃 主动放弃 专利权的主动放弃 专利权主动放弃 放弃专利权 专利权的放弃 专利权放弃 避重放弃 避免重复授权 避免重复授权放弃专利权 避免重复授予专利权
    重复授权 放弃专利权重复授权 放弃专利权主动放弃 放弃专利权同样发明创造 同样发明创造`,
  withdrawn: `
    撤回 主动撤回 视为撤回 视撤 撤回申请 撤回专利申请 公布撤回 公布后撤回 公布视为撤回 公布后视为撤回 发明专利申请公布后的撤回 发明专利申请公布后的视为撤回
    专利申请的撤回 专利申请的视为撤回 专利申请视为撤回 视为撤回的专利申请 撤回的专利申请 被视为撤回的申请 视为撤回的申请
    逾期视撤等恢复 逾期视撤等恢复补正 逾期视撤失效 实审请求视撤等恢复 实审请求视撤等恢复补正 实审请求视撤失效
    未缴申请费视撤等恢复 未缴申请费视撤等恢复补正 无申请费视撤失效 国优视撤
    视为放弃 视为放弃等恢复 视为放弃等恢复补正 视为放弃失效 视为放弃取得专利权 视为放弃取得专利权的权利 被视为放弃取得专利权的权利
    视为放弃专利权 专利权的视为放弃 专利权视为放弃`,
  rejected: `
    驳回 公布驳回 公布后驳回 发明专利申请公布后的驳回 专利申请的驳回 专利申请驳回 驳回的专利申请 驳回申请 驳回失效`,
  ended: '终止 权利终止 专利权终止 专利权的终止 其他失效 已失效专利 待恢复 等待恢复 权利终止等恢复',
  restored: '恢复 权利恢复 权利的恢复 恢复权利 专利权恢复 专利权的恢复 专利申请权恢复 专利申请权的恢复 专利申请权专利权的恢复',
  unchanged: `
    其他有关事项 通知事项 专利权的无效部分无效宣告 著录事项变更 著录项目变更 更正 专利更正 文件的公告送达 公告送达
    转让 权利转移 专利权转移 专利权的转移 专利权转让 专利申请权转移 专利申请权的转移 专利申请权专利权的转移 专利申请权专利权的转移专利申请权的转移
    专利权人的姓名或者名称的变更 专利权人的姓名或者名称地址的变更 专利权人的地址的变更 专利权人的姓名或者名称、地址的变更 申请人变更
    许可 开放许可 专利实施许可 专利实施许可合同备案 专利实施许可合同备案的生效 专利实施许可合同备案的变更 专利实施许可合同备案的注销
    质押 质押登记 专利权质押 专利权质押合同登记的生效 专利权质押合同登记的变更 专利权质押合同登记的注销
    保全 专利权的保全 专利权的保全及其解除 专利权保全的解除 口头审理 复审审查决定 无效宣告请求 一案双申 诉讼 海关备案 保密专利的解密
    发明专利公报更正 实用新型专利公报更正 外观设计专利公报更正 公报更正`,
}

/** Codes of the official legal-status feed (PRSCode), for records without a word. */
const codes: Readonly<Record<string, SaidStatus>> = {
  PB01: 'pending',
  SE01: 'pending',
  GR01: 'in-force',
  CF01: 'lapsed',
  CX01: 'expired',
  AV01: 'surrendered',
  AD01: 'withdrawn',
  WD01: 'withdrawn',
  WW01: 'withdrawn',
  RJ01: 'rejected',
  IW01: 'invalidated',
  IP01: 'in-force',
  RR01: 'restored',
  CB03: 'unchanged',
  CD02: 'unchanged',
  CP01: 'unchanged',
  CP02: 'unchanged',
  CP03: 'unchanged',
  DD01: 'unchanged',
  EC01: 'unchanged',
  EE01: 'unchanged',
  EM01: 'unchanged',
  PC01: 'unchanged',
  PE01: 'unchanged',
  PM01: 'unchanged',
  PD01: 'unchanged',
  PP01: 'unchanged',
  TA01: 'unchanged',
  TR01: 'unchanged',
}

interface Meaning {
  readonly says: SaidStatus
  readonly summary: boolean
}

const meanings = new Map<string, Meaning>()
for (const [table, summary] of [
  [details, false],
  [summaries, true],
] as const) {
  for (const [says, words] of Object.entries(table)) {
    for (const word of words.trim().split(/\s+/)) meanings.set(bare(word), { says: says as SaidStatus, summary })
  }
}
const longest = Math.max(...[...meanings.keys()].map((word) => word.length))

// What decides where several words stand together: the ground of an end before the bare end, an end before a beginning.
const weight: readonly SaidStatus[] = [
  'invalidated',
  'expired',
  'lapsed',
  'surrendered',
  'withdrawn',
  'rejected',
  'in-grace',
  'ended',
  'restored',
  'in-force',
  'pending',
  'unchanged',
]
const refines: Partial<Record<SaidStatus, readonly SaidStatus[]>> = {
  ended: ['invalidated', 'expired', 'lapsed', 'surrendered', 'withdrawn', 'rejected'],
  'in-force': ['in-grace'],
}

/**
 * Reads a status or event as the source words it: one word, or several in a row or joined (`有权-授权`, `失效；未缴年费`,
 * `专利权的终止(未缴年费专利权终止)`), or a code of the official feed. Null for words nobody described: they are kept and shown.
 * Where a word that sums up stands beside others, it decides and they only give its ground.
 */
export function readStatusWord(text: string): SaidStatus | null {
  if (text.length > 300) return null
  const code = codes[text.trim().toUpperCase()]
  if (code) return code
  const parts = text.normalize('NFKC').split(/[;,，、|/\n()[\]【】:-]+/u)
  const apart = parts.flatMap((part) => cut(bare(part)))
  // Some words have marks of their own (专利申请权、专利权的转移).
  const found = apart.includes(null) ? cut(bare(text)) : apart
  if (found.length === 0 || found.includes(null)) return null
  const heard = found as Meaning[]
  const summary = heard.find((one) => one.summary)?.says
  const said = new Set(heard.filter((one) => !one.summary).map((one) => one.says))
  if (summary === undefined) return weight.find((says) => said.has(says)) ?? null
  return refines[summary]?.find((says) => said.has(says)) ?? summary
}

/** A run of known words without anything between them; [null] where a part of it is unknown, [] for nothing. */
function cut(run: string): (Meaning | null)[] {
  const found: Meaning[] = []
  for (let at = 0; at < run.length; ) {
    let size = Math.min(longest, run.length - at)
    while (size > 0 && !meanings.has(run.slice(at, at + size))) size--
    if (size === 0) return [null]
    found.push(meanings.get(run.slice(at, at + size))!)
    at += size
  }
  return found
}

/** Letters only; the feed numbers its grounds (①未缴年费专利权终止). */
function bare(word: string): string {
  return normalise(word).replace(/[^\p{L}]+/gu, '')
}
