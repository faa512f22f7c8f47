import type { PatentFormat } from '../rules/fields.ts'

/** How far a source is believed: the smaller, the more. 0 is left to decisions by hand. */
export const ranks = { cnipaXml: 10, cnipaSheet: 20, commercial: 30, world: 40 } as const

export interface Source {
  /** The name a person reads. */
  readonly name: string
  readonly rank: number
  /** Whether its values may be shown to the public. */
  readonly publishable: boolean
}

/**
 * Every source with its rank and whether its values may be published. What was exported from a commercial database is for
 * the office alone, since its terms of use forbid handing it on; CNIPR is one of these although the publishing house of
 * CNIPA runs it: access is by contract, and the texts of status and address are its own editing.
 */
export const sources: Readonly<Record<PatentFormat, Source>> = {
  'cnipa-xml': { name: '国家知识产权局数据（XML）', rank: ranks.cnipaXml, publishable: true },
  st36: { name: '国家知识产权局数据（旧版 XML）', rank: ranks.cnipaXml, publishable: true },
  st96: { name: 'WIPO ST.96', rank: ranks.cnipaXml, publishable: true },
  'cnipa-search': { name: '国家知识产权局专利检索及分析', rank: ranks.cnipaSheet, publishable: true },
  'cnipa-cases': { name: '国家知识产权局案件查询', rank: ranks.cnipaSheet, publishable: false },
  cnipr: { name: 'CNIPR 专利信息服务平台', rank: ranks.commercial, publishable: false },
  incopat: { name: 'incoPat', rank: ranks.commercial, publishable: false },
  patsnap: { name: '智慧芽', rank: ranks.commercial, publishable: false },
  patentstar: { name: '专利之星', rank: ranks.commercial, publishable: false },
  baiten: { name: '佰腾', rank: ranks.commercial, publishable: false },
  cnki: { name: '中国知网', rank: ranks.commercial, publishable: false },
  wanfang: { name: '万方', rank: ranks.commercial, publishable: false },
  qichacha: { name: '企查查', rank: ranks.commercial, publishable: false },
  google: { name: 'Google Patents', rank: ranks.world, publishable: true },
  lens: { name: 'The Lens', rank: ranks.world, publishable: true },
  espacenet: { name: 'Espacenet', rank: ranks.world, publishable: true },
}
