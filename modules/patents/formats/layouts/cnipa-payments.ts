import { bySemicolon, type Layout } from '../layout.ts'

/** Fees that were paid (已缴费信息), as CNIPA's case query shows them, one payment a row; kept for the annuities among them. */
export const cnipaPayments: Layout = {
  format: 'cnipa-cases',
  persons: bySemicolon,
  signs: ['缴费日期', '缴费日', '交费日期'],
  expected: ['申请号', '缴费种类', '缴费金额', '缴费日期'],
  columns: {
    applicationNumber: ['申请号', '申请号/专利号', '申请（专利）号', '专利申请号'],
    patentNumber: ['专利号'],
    paidFor: ['缴费种类', '费用种类', '交费种类', '费用名称'],
    paidYear: ['年费年度', '缴费年度'],
    paidAmount: ['缴费金额', '交费金额'],
    paidOn: ['缴费日期', '缴费日', '交费日期'],
    receipt: ['票据号码', '收据号'],
    kept: ['专利名称', '第一申请人', '案件状态', '缴费人', '缴费人姓名', '票据代码'],
    ignored: ['序号'],
  },
}
