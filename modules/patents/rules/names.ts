import type { Right } from './fields.ts'
import type { HolderKind } from './project.ts'
import type { Status } from './status.ts'

/** The words of the patent register as they stand in sentences, exports and comparisons; the same as on the screens. */
export const rightNames: Readonly<Record<Right, string>> = {
  invention: '发明专利',
  'utility-model': '实用新型',
  design: '外观设计',
}

export const statusNames: Readonly<Record<Status, string>> = {
  pending: '审查中',
  'in-force': '有效',
  'in-grace': '滞纳期内',
  lapsed: '未缴年费终止',
  expired: '期限届满',
  invalidated: '宣告无效',
  surrendered: '放弃',
  withdrawn: '撤回',
  rejected: '驳回',
  unknown: '状态不明',
}

export const holderKindNames: Readonly<Record<HolderKind, string>> = {
  enterprise: '企业',
  university: '高等院校',
  institute: '科研院所',
  government: '机关团体',
  individual: '个人',
  other: '其他',
  unknown: '不明',
}

const fieldNames: Readonly<Record<string, string>> = {
  applicationNumber: '申请号',
  publicationNumber: '公开（公告）号',
  publications: '公开（公告）号',
  right: '专利类型',
  title: '名称',
  titleTranslated: '译名',
  applicants: '申请人',
  holders: '专利权人',
  inventors: '发明人',
  address: '地址',
  province: '省份',
  city: '市州',
  county: '区县',
  creditCode: '统一社会信用代码',
  holderKind: '申请人类型',
  agency: '代理机构',
  agents: '代理人',
  examiner: '审查员',
  filedOn: '申请日',
  grantedOn: '授权公告日',
  earliestPriorityOn: '最早优先权日',
  priorities: '优先权',
  divisionalOf: '分案原申请号',
  internationalApplication: '国际申请',
  internationalPublication: '国际公布',
  nationalPhaseOn: '进入国家阶段日',
  ipc: 'IPC 分类号',
  mainIpc: '主分类号',
  locarno: '洛迦诺分类号',
  cpc: 'CPC 分类号',
  abstract: '摘要',
  firstClaim: '主权项',
  statusWord: '来源标注的法律状态',
  statusOn: '法律状态日期',
  events: '法律事件',
  payments: '年费缴纳',
  reductions: '费用减缴',
  openLicences: '开放许可',
  compensatedUntil: '补偿期限届满日',
  expiresOn: '来源标注的届满日',
  family: '同族',
  references: '引证文献',
  extra: '其他栏目',
  decidedPlace: '所属县市',
}

/** A field as the office calls it; a column nobody described keeps its heading. */
export const fieldName = (field: string): string => fieldNames[field] ?? field
