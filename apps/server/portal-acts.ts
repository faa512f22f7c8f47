import { sql } from 'kysely'
import { z } from 'zod'
import { done } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { SiteSetting } from '../portal/index.ts'

/** 开放或者关闭门户: closed, `/` leads to the office and no other page of the public face is there. */
export const openPortal = defineAct({
  word: 'portal.open',
  label: '开放或者关闭门户',
  part: '系统',
  input: z.object({ open: z.boolean() }),
  run: async ({ tx, region }, { open }) => {
    await sql`
      insert into platform.setting (region_code, name, value)
      values (${region}, 'portal.enabled', ${JSON.stringify(open)})
      on conflict (region_code, name) do update set value = excluded.value, changed_at = now()`.execute(tx)
    return done({ reply: { open }, subject: null, sentence: open ? '开放门户' : '关闭门户' })
  },
})

/** What the entries are called. */
export const portalEntryNames = {
  name: '网站名称',
  host: '主办单位',
  operator: '承办单位',
  address: '地址',
  phone: '联系电话',
  siteCode: '网站标识码',
  icp: 'ICP备案号',
  police: '公安备案号',
  origin: '网址',
} as const satisfies Readonly<Record<keyof typeof SiteSetting.shape, string>>

/** 修改门户页头页脚: one entry of what header and footer say; without text it is taken out. */
export const writePortalEntry = defineAct({
  word: 'portal.write-entry',
  label: '修改门户页头页脚',
  part: '系统',
  input: z
    .object({ entry: z.enum(Object.keys(SiteSetting.shape) as (keyof typeof SiteSetting.shape)[]), text: z.string().max(200) })
    .refine(({ entry, text }) => text === '' || SiteSetting.safeParse({ [entry]: text }).success, { path: ['text'] }),
  run: async ({ tx, region }, { entry, text }) => {
    const change = JSON.stringify(text === '' ? {} : { [entry]: text })
    await sql`
      insert into platform.setting (region_code, name, value)
      values (${region}, 'portal.site', ${change})
      on conflict (region_code, name) do update
        set value = (platform.setting.value - ${entry}::text) || excluded.value, changed_at = now()`.execute(tx)
    return done({
      reply: { entry, text },
      subject: null,
      sentence: `门户页头页脚：${portalEntryNames[entry]}${text === '' ? '不再显示' : `改为“${text}”`}`,
    })
  },
})

export const portalActs = [openPortal, writePortalEntry] as const
