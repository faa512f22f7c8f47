import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { plainDate } from '#kernel/time'
import { importFile } from '#modules/patents'
import { type OfficeUnderTest, startOffice } from '../../server/testing/index.ts'

/** Headings of CNIPA's own search, which may be published, and of 智慧芽, which may not. */
const headings = {
  official: [
    '申请号',
    '申请日',
    '公开（公告）号',
    '公开（公告）日',
    '发明名称',
    'IPC分类号',
    '申请（专利权）人',
    '发明人',
    '申请人地址',
    '法律状态',
    '法律状态生效日',
  ],
  bought: [
    '公开(公告)号',
    '标题',
    '申请号',
    '申请日',
    '公开(公告)日',
    '专利类型',
    '简单法律状态',
    '[标]当前申请(专利权)人',
    '[标]原始申请(专利权)人',
    '发明人',
  ],
} as const

export interface PortalUnderTest {
  readonly office: OfficeUnderTest
  readonly url: string
  /** A page as text, with what came with it; redirects are not followed. */
  readonly get: (
    path: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ status: number; text: string; headers: Headers }>
  /** Takes an invented table in as the office would. */
  readonly take: (
    kind: keyof typeof headings,
    name: string,
    rows: readonly (readonly string[])[],
    sourceDay?: string,
  ) => Promise<void>
  readonly close: () => Promise<void>
}

/** An office whose register holds nothing but what the test brings. */
export async function openPortal(day = '2020-08-25'): Promise<PortalUnderTest> {
  const office = await startOffice({ day })
  const folder = mkdtempSync(join(tmpdir(), 'zhizhou-portal-'))
  return {
    office,
    url: office.url,
    get: async (path, sent = {}) => {
      const answer = await fetch(`${office.url}${path}`, { headers: sent, redirect: 'manual' })
      return { status: answer.status, text: await answer.text(), headers: answer.headers }
    },
    take: async (kind, name, rows, sourceDay = '2020-06-30') => {
      const path = join(folder, name)
      writeFileSync(path, [headings[kind], ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'))
      const { product } = office
      const stored = await product.files.put(createReadStream(path), 1e9)
      if (!stored.done) throw new Error(stored.refusal.code)
      const actor = { id: null, name: '测试', via: 'product' } as const
      const imported = await importFile(
        product,
        { region: product.region, actor },
        { ...stored.value, name: basename(path), sourceDay: plainDate(sourceDay) },
      )
      if (!imported.done) throw new Error(imported.refusal.code)
    },
    close: async () => {
      await office.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
