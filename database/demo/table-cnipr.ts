import type { PlainDate } from '#kernel/time'
import { withWrongCheckDigit } from './numbers.ts'
import type { DemoPatent, DemoStatus } from './patent.ts'
import { demoPatents } from './patents.ts'
import { type DemoTable, rightNames, table } from './tables.ts'

const dotted = (day: PlainDate | undefined): string => day?.replaceAll('-', '.') ?? ''
const printedIpc = (code: string): string => `${code.replace(' ', '')}(2006.01)I`

/** What CNIPR says of a right: the sum and the event. */
const cniprStatus: Readonly<Record<DemoStatus, readonly [string, string]>> = {
  pending: ['在审', '实质审查的生效'],
  'in-force': ['有权', '授权'],
  'in-grace': ['有权', '等年费滞纳金'],
  lapsed: ['无权', '未缴年费专利权终止'],
  expired: ['无权', '专利权有效期届满'],
  surrendered: ['无权', '避免重复授权放弃专利权'],
  withdrawn: ['无权', '发明专利申请公布后的视为撤回'],
  rejected: ['无权', '发明专利申请公布后的驳回'],
}

/** The main table: all applications in the layout of CNIPR, 2,679 rows, without those that only other sources know. */
export function cniprTable(): DemoTable {
  return table(
    demoPatents().filter(({ oddity }) => oddity !== 'number-unknown'),
    [
      [
        '申请号',
        (one) => (one.oddity === 'wrong-check-digit' ? withWrongCheckDigit(one.applicationNumber) : one.applicationNumber),
      ],
      ['公开（公告）号', ({ publication }) => publication?.number ?? ''],
      ['公开（公告）日', ({ publication }) => dotted(publication?.on)],
      ['申请日', ({ filedOn }) => dotted(filedOn)],
      ['授权公告日', ({ grantedOn }) => dotted(grantedOn)],
      ['专利类型', ({ right }) => rightNames[right]],
      ['名称', ({ title }) => title],
      ['主分类号', ({ ipc, locarno }) => locarno ?? printedIpc(ipc[0]!)],
      ['分类号', ({ ipc, locarno }) => locarno ?? ipc.map(printedIpc).join(';')],
      ['申请（专利权）人', ({ applicants }) => applicants.join(';')],
      ['发明（设计）人', ({ inventors }) => inventors.join(';')],
      ['地址', ({ address }) => address ?? ''],
      ['省', ({ countyWord }) => (countyWord ? '甘肃' : '')],
      ['市', ({ countyWord }) => (countyWord ? '临夏回族自治州' : '')],
      ['区', ({ countyWord }) => countyWord ?? ''],
      ['专利代理机构', ({ agency }) => agency ?? ''],
      ['代理人', ({ agent }) => agent ?? ''],
      ['摘要', ({ abstract }) => abstract],
      ['专利权状态', ({ status }) => cniprStatus[status][0]],
      ['法律状态', eventWord],
    ],
  )
}

function eventWord({ status, right, publication }: DemoPatent): string {
  if (status === 'pending' && right !== 'invention') return '待发授权办登通知书'
  if (status === 'pending' && !publication) return '等待公布'
  if (status === 'withdrawn' && right !== 'invention') return '视为撤回'
  if (status === 'rejected' && right !== 'invention') return '驳回'
  return cniprStatus[status][1]
}
