import type { Outcome } from '#kernel/outcome'
import { parseQuery, type Query, type QueryField, type QueryRefusal } from '#kernel/words'
import { readNumber } from './numbers.ts'

/** The fields a patent query may name, and how people write them (字段前缀). */
export const patentFields = [
  { name: 'title', prefixes: ['名称', '标题', '题名', '发明名称', '专利名称', 'title', 'ti'], reads: 'text' },
  {
    name: 'applicants',
    prefixes: ['申请人', '权利人', '专利权人', '申请(专利权)人', '申请权利人', 'applicant', 'holder', 'assignee', 'pa'],
    reads: 'text',
  },
  { name: 'inventors', prefixes: ['发明人', '设计人', '发明(设计)人', 'inventor', 'in'], reads: 'text' },
  { name: 'abstract', prefixes: ['摘要', 'abstract', 'ab'], reads: 'text' },
  { name: 'class', prefixes: ['IPC', '分类号', '主分类号', '分类', '洛迦诺', 'CPC', 'class'], reads: 'class' },
  {
    name: 'number',
    prefixes: [
      '号',
      '申请号',
      '专利号',
      '公开号',
      '公告号',
      '公开(公告)号',
      '公开公告号',
      '授权公告号',
      '号码',
      'number',
      'an',
      'pn',
    ],
    reads: 'number',
  },
] as const satisfies readonly QueryField[]

export type PatentField = (typeof patentFields)[number]['name']

/** Reads a patent query (检索式); see `parseQuery`. A word that is a patent's number in any printed form asks for that patent. */
export function readPatentQuery(text: string): Outcome<Query, QueryRefusal> {
  return parseQuery(text, { fields: patentFields, readNumber: patentNumber })
}

function patentNumber(text: string): string | null {
  const { kind, canonical } = readNumber(text)
  return kind === 'application-number' || kind === 'patent-number' || kind === 'publication-number' ? canonical : null
}
