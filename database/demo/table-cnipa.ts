import type { PlainDate } from '#kernel/time'
import { withWrongCheckDigit } from './numbers.ts'
import type { DemoPatent } from './patent.ts'
import { demoPatents } from './patents.ts'
import { type DemoTable, rightNames, table } from './tables.ts'

const dotted = (day: PlainDate | undefined): string => day?.replaceAll('-', '.') ?? ''

/** The main table: all applications in the layout of CNIPA's search, 2,679 rows, without those that only other sources know. */
export function cnipaTable(): DemoTable {
  return table(
    demoPatents().filter(({ oddity }) => oddity !== 'number-unknown'),
    [
      [
        '申请号',
        (one) => (one.oddity === 'wrong-check-digit' ? withWrongCheckDigit(one.applicationNumber) : one.applicationNumber),
      ],
      ['申请日', ({ filedOn }) => dotted(filedOn)],
      ['公开（公告）号', ({ publication }) => publication?.number ?? ''],
      ['公开（公告）日', ({ publication }) => dotted(publication?.on)],
      ['发明类型', ({ right }) => rightNames[right]],
      ['发明名称', ({ title }) => title],
      ['IPC分类号', ({ ipc }) => ipc.map((code) => code.replace(' ', '')).join('; ')],
      ['外观设计洛迦诺分类号', ({ locarno }) => locarno ?? ''],
      ['申请（专利权）人', ({ applicants }) => applicants.join(';')],
      ['发明人', ({ inventors }) => inventors.join(';')],
      ['申请人地址', ({ address }) => address ?? ''],
      ['申请人所在国（省）', () => '甘肃;62'],
      ['代理机构', ({ agency }) => agency ?? ''],
      ['代理人', ({ agent }) => agent ?? ''],
      ['法律状态', statusWord],
      ['摘要', ({ abstract }) => abstract],
    ],
  )
}

/** Where the case stands on the demonstration day, in CNIPA's words. */
function statusWord({ status, right, publication, events }: DemoPatent): string {
  const announced = events.some(({ word }) => word.includes('终止'))
  switch (status) {
    case 'in-force':
      return '专利权维持'
    case 'in-grace':
      return '等年费滞纳金'
    case 'lapsed':
      return announced ? '未缴年费终止失效' : '未缴年费专利权终止，等恢复'
    case 'expired':
      return announced ? '届满终止失效' : '届满终止，待失效'
    case 'surrendered':
      return '避免重复授权放弃专利权'
    case 'withdrawn':
      return right === 'invention' ? '发明专利申请公布后的视为撤回' : '逾期视撤失效'
    case 'rejected':
      return right === 'invention' ? '发明专利申请公布后的驳回' : '驳回失效'
    case 'pending':
      if (right !== 'invention') return '待发授权办登通知书'
      return publication ? '实质审查的生效' : '等待公布'
  }
}
