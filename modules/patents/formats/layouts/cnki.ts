import { bySemicolon, type Layout } from '../layout.ts'

/** 中国知网 (CNKI): result lists as a table. Lists copied as running text are read line by line: see `read-cnki-lines.ts`. */
export const cnki: Layout = {
  format: 'cnki',
  persons: bySemicolon,
  expected: ['题名', '发明人', '申请人', '申请日', '公开日', '公开号'],
  columns: {
    applicationNumber: ['申请号', '专利号'],
    publicationNumber: ['公开号', '公开（公告）号', '公开公告号'],
    publishedOn: ['公开日', '公开（公告）日', '公开公告日'],
    right: ['专利类型'],
    title: ['题名', '专利名称'],
    applicants: ['申请人'],
    inventors: ['发明人'],
    address: ['地址', '申请人地址'],
    agency: ['代理机构'],
    agents: ['代理人'],
    filedOn: ['申请日'],
    ipc: ['分类号'],
    mainIpc: ['主分类号'],
    abstract: ['摘要'],
    firstClaim: ['主权项'],
    status: ['法律状态'],
    kept: ['国省代码', '关键词'],
    ignored: ['序号', '数据库', '来源数据库', '来源库', '中国专利', '收藏', '下载', '被引', '操作', '链接'],
  },
}
