import { bySemicolon, type Layout } from '../layout.ts'

/**
 * CNIPA's own search system (专利检索及分析): the fields of its result and detail pages as public programs that read them name them;
 * no official sheet was found. It has no column for city or county: these are read from the address.
 */
export const cnipaSearch: Layout = {
  format: 'cnipa-search',
  persons: bySemicolon,
  expected: [
    '申请号',
    '申请日',
    '公开（公告）号',
    '公开（公告）日',
    '发明名称',
    'IPC分类号',
    '申请（专利权）人',
    '发明人',
    '代理人',
    '代理机构',
  ],
  columns: {
    applicationNumber: ['申请号'],
    publicationNumber: ['公开（公告）号'],
    publishedOn: ['公开（公告）日'],
    right: ['专利类型', '文献类型', '发明类型'],
    title: ['发明名称'],
    applicants: ['申请（专利权）人'],
    inventors: ['发明人'],
    address: ['申请人地址', '地址'],
    province: ['申请人所在国（省）'],
    agency: ['代理机构'],
    agents: ['代理人'],
    filedOn: ['申请日'],
    priorities: ['优先权号'],
    priorityDays: ['优先权日'],
    ipc: ['IPC分类号'],
    cpc: ['CPC分类号'],
    locarno: ['外观设计洛迦诺分类号', '外观设计珞珈诺分类号'],
    abstract: ['摘要'],
    firstClaim: ['权利要求'],
    status: ['法律状态'],
    statusOn: ['法律状态生效日', '法律状态生效日期'],
    family: ['同族'],
    references: ['引证', '引证文献'],
    kept: ['申请人邮编', '公开国', '被引证次数', '同族数量', 'FT分类号', 'UC分类号', 'ECLA分类号', 'FI分类号'],
    ignored: ['序号', '摘要附图', '说明书'],
  },
}
