import { bySemicolon, type Layout } from '../layout.ts'

/** CNIPA's case query (案件查询), with a line of headings. Without one it is read by position: see `read-positions.ts`. */
export const cnipaCases: Layout = {
  format: 'cnipa-cases',
  persons: bySemicolon,
  signs: ['案件状态', '案件状态名称'],
  expected: ['申请号', '名称', '第一申请人', '申请日', '专利类型', '案件状态'],
  columns: {
    applicationNumber: ['申请号', '专利申请号', '申请号/专利号'],
    title: ['名称', '发明名称', '发明创造名称', '专利名称'],
    applicants: ['第一申请人', '申请人', '申请（专利权）人', '申请人姓名或名称'],
    inventors: ['发明人'],
    filedOn: ['申请日', '申请日期'],
    right: ['专利类型'],
    status: ['案件状态', '案件状态名称'],
    kept: ['主分类号', '代理机构', '授权公告日'],
    ignored: ['序号', '操作'],
  },
}

/** The lists of 龙图腾, a management tool that mirrors the case query: its patents, fees and notices. */
export const longtuteng: Layout = {
  format: 'cnipa-cases',
  persons: bySemicolon,
  signs: ['共享人', '内部编码', '添加日', '缴费年日', '交费截止日', '交费种类'],
  expected: ['申请号', '专利名称', '第一申请人', '案件状态'],
  columns: {
    applicationNumber: ['申请号'],
    title: ['专利名称'],
    applicants: ['第一申请人'],
    filedOn: ['申请日'],
    right: ['专利类型'],
    status: ['案件状态'],
    kept: [
      '缴费年日',
      '内部编码',
      '交费截止日',
      '交费种类',
      '交费金额',
      '发票抬头',
      '交费状态',
      '发文日',
      '通知书名称',
      '纸件申请',
      '期限',
      '通知状态',
    ],
    ignored: ['序号', '添加日', '共享人'],
  },
}
