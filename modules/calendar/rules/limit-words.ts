import type { Extender, StopGround } from './limit.ts'

/** Who may extend, as a form names them. */
export const extenderNames: Readonly<Record<Extender, string>> = {
  head: '机关负责人',
  collective: '机关负责人集体讨论',
  superior: '上一级机关',
  foi_head: '政府信息公开工作机构负责人',
  approval: '本机关规定的审批人',
}

/** Why days do not count (不计入期限的事由). */
export const stopNames: Readonly<Record<StopGround, string>> = {
  test: '检测、检验、检疫、鉴定',
  rights_holder_identification: '权利人辨认、鉴别',
  suspension: '中止',
  hearing: '听证',
  public_notice: '公告',
  refund_order: '责令退款',
  correction: '补正',
  jurisdiction_objection: '管辖异议',
  evidence_extension_by_party: '当事人申请延长举证',
  settlement: '当事人自行和解',
}
