import { demoPatents } from './patents.ts'
import { type DemoTable, rightNames, table } from './tables.ts'

/**
 * What CNIPA's case query shows of paid annuities: all of the inventions, and of the other rights those paid since 2019, as a clerk
 * would have gathered them.
 */
export function paymentsTable(): DemoTable {
  const known = demoPatents().filter(({ oddity }) => oddity !== 'number-unknown' && oddity !== 'wrong-check-digit')
  const paid = known
    .flatMap((patent) =>
      patent.payments
        .filter(({ on }) => patent.right === 'invention' || on >= '2019-01-01')
        .map((payment) => ({ patent, payment })),
    )
    .map((one, at) => ({ ...one, receipt: `演示${String(at + 1).padStart(6, '0')}` }))
  return table(paid, [
    ['申请号', ({ patent }) => patent.applicationNumber],
    ['缴费种类', ({ patent, payment }) => `${rightNames[patent.right].replace(/(?<!专利)$/, '专利')}第${payment.year}年年费`],
    ['缴费金额', ({ payment }) => payment.amount.toFixed(1)],
    ['缴费日期', ({ payment }) => payment.on],
    ['缴费人姓名', ({ patent }) => patent.applicants[0]!],
    ['收据号', ({ receipt }) => receipt],
  ])
}
