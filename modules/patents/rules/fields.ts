import type { PlainDate } from '#kernel/time'

/**
 * What one row of one source says about a patent (来源记录). A field is absent where the source is silent; nothing is guessed.
 * Numbers stand as printed: whether they are right is asked of `rules/numbers.ts` when the record is folded.
 */
export interface PatentFields {
  /** 申请号, as printed. */
  applicationNumber?: string
  /** 公开（公告）号 with their days, as printed: the A document, the grant, a corrected one. */
  publications?: readonly Publication[]
  /** 专利类型. */
  right?: Right
  /** 名称. */
  title?: string
  /** 英文或者翻译名称. */
  titleTranslated?: string
  /** 申请人 at filing, in order. */
  applicants?: readonly string[]
  /** 当前权利人, in order, where the source tells them apart from the applicants. */
  holders?: readonly string[]
  /** 发明人（设计人）, in order. */
  inventors?: readonly string[]
  /** 地址 of the first applicant, with the postcode where the source prints it. */
  address?: string
  /** 省 市 区县 as the source names them. */
  province?: string
  city?: string
  county?: string
  /** 统一社会信用代码 of the first applicant, as printed. */
  creditCode?: string
  /** 申请人类型 in the source's words. */
  holderKind?: string
  /** 代理机构, with its number where printed. */
  agency?: string
  /** 代理人. */
  agents?: readonly string[]
  /** 审查员. */
  examiner?: string
  /** 申请日. */
  filedOn?: PlainDate
  /** 授权公告日 where the source has a column of its own for it. */
  grantedOn?: PlainDate
  /** 优先权. */
  priorities?: readonly Priority[]
  /** 最早优先权日, where the source names the day alone. */
  earliestPriorityOn?: PlainDate
  /** 分案原申请号, as printed. */
  divisionalOf?: string
  /** 国际申请, 国际公布, 进入国家阶段日. */
  internationalApplication?: string
  internationalPublication?: string
  nationalPhaseOn?: PlainDate
  /** IPC in the form `E01B 3/32`, in the source's order. */
  ipc?: readonly string[]
  /** 主分类号, same form. */
  mainIpc?: string
  /** 洛迦诺分类号 in the form `09-03`. */
  locarno?: readonly string[]
  /** CPC in the form `H01M 10/0562`. */
  cpc?: readonly string[]
  /** 摘要. */
  abstract?: string
  /** 主权项 or 首项权利要求. */
  firstClaim?: string
  /** 法律状态 in the source's own words: a fact with a day. */
  statusWord?: string
  /** The day the status word speaks of, where the source says one. */
  statusOn?: PlainDate
  /** 法律事件. */
  events?: readonly LegalEvent[]
  /** 缴费记录: annuities known to be paid. */
  payments?: readonly Payment[]
  /** 费用减缴: decisions that less is to be paid. */
  reductions?: readonly FeeReduction[]
  /** 开放许可实施期间. */
  openLicences?: readonly OpenLicence[]
  /** 补偿期限届满日, as the decision on the compensation says. */
  compensatedUntil?: PlainDate
  /** 失效日 or 预估到期日 as the source claims. */
  expiresOn?: PlainDate
  /** 同族. */
  family?: readonly string[]
  /** 引证文献. */
  references?: readonly string[]
  /** By hand only: the county decided for the record, or the prefecture itself (division code). */
  decidedPlace?: number
  /** By hand only: the keys of records that are one right (疑似重复 joined). */
  joins?: readonly string[]
  /** Columns nobody described: heading → text, kept so that nothing is lost. */
  extra?: Readonly<Record<string, string>>
}

export type Right = 'invention' | 'utility-model' | 'design'

export interface Publication {
  readonly number: string
  readonly on?: PlainDate
}

export interface Priority {
  readonly number: string
  readonly country?: string
  readonly on?: PlainDate
}

export interface LegalEvent {
  readonly on?: PlainDate
  /** The event in the source's words: 授权, 实质审查的生效, 专利权的终止 … */
  readonly word: string
  readonly text?: string
}

/** One annuity paid. */
export interface Payment {
  /** The patent year it is for, or the whole compensated term (补偿期年费). */
  readonly year: number | 'compensation'
  /** 缴费日: of a direct payment that day, of post its mark, of a bank the day it remitted (细则 第一百一十一条). */
  readonly on: PlainDate
  /** In fen, late fee included; absent where the source names none. */
  readonly amount?: number
  /** 票据号, or where it was paid. */
  readonly receipt?: string
}

export interface FeeReduction {
  /** The share taken off: 0.85 or 0.7. */
  readonly rate: number
  /** 批准日. */
  readonly on: PlainDate
}

export interface OpenLicence {
  readonly from: PlainDate
  /** Absent while nobody has said that it ended. */
  readonly to?: PlainDate
  /** 被许可人, where who noted it names them. */
  readonly licensees?: readonly string[]
}

/** The layouts that are recognised; names are the contract of `import`. */
export type PatentFormat =
  | 'cnipr'
  | 'cnipa-search'
  | 'cnipa-cases'
  | 'incopat'
  | 'patsnap'
  | 'patentstar'
  | 'baiten'
  | 'cnki'
  | 'wanfang'
  | 'google'
  | 'lens'
  | 'espacenet'
  | 'qichacha'
  | 'cnipa-xml'
  | 'st36'
  | 'st96'
