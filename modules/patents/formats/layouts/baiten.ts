import { bySemicolon, type Layout } from '../layout.ts'

/** 佰腾: Excel, half-width brackets; 权利要求书 holds all claims. */
export const baiten: Layout = {
  format: 'baiten',
  persons: bySemicolon,
  expected: ['公开(公告)号', '申请号', '专利名称', '摘要', 'IPC分类号', '申请人', '发明人', '申请日'],
  columns: {
    applicationNumber: ['申请号'],
    publicationNumber: ['公开(公告)号'],
    publishedOn: ['公开(公告)日'],
    right: ['专利类型'],
    title: ['专利名称'],
    applicants: ['申请人', '申请(专利权)人', '专利权人'],
    holders: ['当前专利权人'],
    inventors: ['发明人', '发明(设计)人'],
    address: ['地址', '申请人地址'],
    agency: ['代理机构'],
    agents: ['代理人'],
    filedOn: ['申请日'],
    priorities: ['优先权'],
    ipc: ['IPC分类号'],
    mainIpc: ['主分类号', 'IPC主分类号'],
    abstract: ['摘要'],
    firstClaim: ['权利要求书', '主权利要求', '首项权利要求'],
    status: ['法律状态', '当前法律状态'],
    kept: ['说明书', '国省代码', '被引证次数'],
    ignored: ['序号', '摘要附图'],
  },
}
