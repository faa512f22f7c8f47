import { bySemicolon, type Layout } from '../layout.ts'

/** CNIPA's announcements of legal status (法律状态公告), one event a row: its legal-status search and the text of its FLZT data. */
export const cnipaEvents: Layout = {
  format: 'cnipa-search',
  persons: bySemicolon,
  signs: ['法律状态公告日', '法律状态生效日', '法律状态生效日期'],
  expected: ['申请号', '法律状态公告日', '法律状态', '法律状态信息'],
  columns: {
    applicationNumber: ['申请号', '申请（专利）号', '申请号/专利号'],
    title: ['发明名称', '名称'],
    eventOn: ['法律状态公告日', '法律状态生效日', '法律状态生效日期'],
    eventWord: ['法律状态', '法律状态类型', '法律状态含义'],
    eventText: ['法律状态信息', '法律状态详情'],
    // Printed without its kind letter, by which alone it would meet others.
    kept: ['授权公告号'],
    ignored: ['序号'],
  },
}
