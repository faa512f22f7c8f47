import { sql } from 'kysely'
import { z } from 'zod'
import { patentsVersion } from '#modules/patents'
import type { PortalWires } from './wires.ts'

/** What stands in header and footer (网站标识); what an office has not set is not shown. */
export interface Site {
  readonly name: string
  /** 主办单位. */
  readonly host: string
  /** 承办单位. */
  readonly operator?: string | undefined
  readonly address?: string | undefined
  readonly phone?: string | undefined
  /** 网站标识码. */
  readonly siteCode?: string | undefined
  /** ICP备案号, 公安备案号. */
  readonly icp?: string | undefined
  readonly police?: string | undefined
  /** `https://…` of the portal, for canonical links. */
  readonly origin?: string | undefined
}

/** What all pages hang on. */
export interface PortalState {
  readonly enabled: boolean
  readonly site: Site
  /** Changes whenever a page may: with the register, the settings, the day. */
  readonly version: string
}

const line = z.string().trim().min(1).max(200).optional()

/** The setting `portal.site`. */
export const SiteSetting = z.object({
  name: line,
  host: line,
  operator: line,
  address: line,
  phone: line,
  siteCode: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  icp: line,
  police: line,
  origin: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/)
    .optional(),
})

/** Asked again after this many milliseconds: so long may a page be behind the register. */
const freshFor = 1000

/** Reads the state of the portal, at most once a second; who asks meanwhile shares the answer. */
export function stateReader(wires: PortalWires): () => Promise<PortalState> {
  let known: { readonly at: number; readonly state: Promise<PortalState> } | undefined
  return () => {
    if (known && performance.now() - known.at < freshFor) return known.state
    const state = readState(wires)
    known = { at: performance.now(), state }
    state.catch(() => {
      known = undefined
    })
    return state
  }
}

/** The settings of the portal as they were written, with when. */
export async function portalSettings(
  db: PortalWires['db'],
  region: number,
): Promise<{ readonly enabled: boolean; readonly own: z.infer<typeof SiteSetting>; readonly changed: readonly string[] }> {
  const { rows } = await sql<{ name: string; value: unknown; changed: string }>`
    select name, value, changed_at::text as changed from platform.setting
    where region_code = ${region} and name in ('portal.enabled', 'portal.site')
    order by name`.execute(db)
  const setting = (name: string) => rows.find((row) => row.name === name)?.value
  const site = SiteSetting.safeParse(setting('portal.site') ?? {})
  return {
    enabled: setting('portal.enabled') !== false,
    own: site.success ? site.data : {},
    changed: rows.map(({ changed }) => changed),
  }
}

/** What the portal is called where the office has set no name. */
export const usualName = (placeName: string): string => `${placeName}知识产权公共服务`

async function readState({ db, region, clock, officeName, placeName }: PortalWires): Promise<PortalState> {
  const [version, { enabled, own, changed }, office] = await Promise.all([
    patentsVersion(db, region),
    portalSettings(db, region),
    officeName(),
  ])
  return {
    enabled,
    site: { ...own, name: own.name ?? usualName(placeName), host: own.host ?? office },
    version: [version, clock.today(), office, ...changed].join(' '),
  }
}
