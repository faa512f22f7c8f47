import { bySemicolon, type Layout } from '../layout.ts'

/** 专利之星: CSV, days as 20260922. 主分类号 and 分类号 are two columns, 摘要附图 is no abstract. */
export const patentstar: Layout = {
  format: 'patentstar',
  persons: bySemicolon,
  expected: ['标题', '摘要', '主权项', '主分类号', '分类号', '申请人名称', '公开（公告）号', '公开（公告）日', '申请日'],
  columns: {
    applicationNumber: ['申请号'],
    publicationNumber: ['公开（公告）号'],
    publishedOn: ['公开（公告）日'],
    grantNumber: ['授权公告号'],
    grantedOn: ['授权公告日'],
    right: ['专利类型'],
    title: ['标题', '名称'],
    applicants: ['申请人名称', '申请人'],
    holders: ['当前权利人', '专利权人'],
    inventors: ['发明人', '发明人名称'],
    address: ['申请人地址', '地址'],
    province: ['国省代码'],
    agency: ['代理机构', '代理机构名称'],
    agents: ['代理人', '代理人名称'],
    filedOn: ['申请日'],
    priorities: ['优先权'],
    ipc: ['分类号'],
    mainIpc: ['主分类号'],
    abstract: ['摘要', '摘要(中文)'],
    firstClaim: ['主权项'],
    status: ['法律状态'],
    kept: ['范畴分类', '摘要(英文)', '权利要求书'],
    ignored: ['序号', '摘要附图'],
  },
}
