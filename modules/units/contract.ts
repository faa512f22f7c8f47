import { z } from 'zod'

/** The wire of the units (机构). See `#contract/patents` for what holds on every route. */

export const UnitKind = z.enum(['prefecture-office', 'section', 'brigade', 'county-bureau', 'station', 'other'])
export type UnitKind = z.infer<typeof UnitKind>

/** A name and what the seal says, from day to day. */
export const UnitName = z.object({
  name: z.string(),
  sealName: z.string(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  /** The paper by which the name changed. */
  basis: z.string().nullable(),
})
export type UnitName = z.infer<typeof UnitName>

/** A statutory number series (文号序列): kind of paper → prefix, e.g. 行政处罚决定书 → 临州市监处罚. */
export const NumberSeries = z.object({
  id: z.string(),
  paper: z.string(),
  prefix: z.string(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  /** How the next number would read: 临州市监处罚〔2026〕1号. */
  example: z.string(),
})
export type NumberSeries = z.infer<typeof NumberSeries>

export const Unit = z.object({
  id: z.string(),
  version: z.string(),
  parent: z.string().nullable(),
  kind: UnitKind,
  /** The name on the day asked for. */
  name: z.string(),
  sealName: z.string(),
  names: z.array(UnitName),
  /** Division code of the place it is competent for. */
  place: z.string(),
  placeName: z.string(),
  openedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  series: z.array(NumberSeries),
})
export type Unit = z.infer<typeof Unit>

export const AddUnit = z.object({
  parent: z.string().max(64).nullable(),
  kind: UnitKind,
  name: z.string().trim().min(2).max(80),
  sealName: z.string().trim().min(2).max(80),
  place: z.string().max(12),
  from: z.iso.date(),
})
export type AddUnit = z.input<typeof AddUnit>

export const RenameUnit = z.object({
  name: z.string().trim().min(2).max(80),
  sealName: z.string().trim().min(2).max(80),
  from: z.iso.date(),
  basis: z.string().trim().max(200).nullable(),
  version: z.string(),
})
export type RenameUnit = z.input<typeof RenameUnit>

/** `on` is the last day of the unit. */
export const CloseUnit = z.object({
  on: z.iso.date(),
  reason: z.string().trim().min(1).max(500),
  version: z.string(),
})
export type CloseUnit = z.input<typeof CloseUnit>

export const SetSeries = z.object({
  paper: z.string().trim().min(2).max(60),
  prefix: z.string().trim().min(1).max(30),
  from: z.iso.date(),
  version: z.string(),
})
export type SetSeries = z.input<typeof SetSeries>

const id = z.object({ id: z.string().max(64) })

export const unitRoutes = {
  /** The whole tree as it is on a day (today where none is given); closed units with `closed=true`. */
  'GET /api/units': {
    summary: '机构',
    query: z.object({ on: z.iso.date().optional(), closed: z.enum(['true', 'false']).optional() }),
    reply: z.object({ on: z.iso.date(), units: z.array(Unit) }),
  },
  'POST /api/units': { summary: '新设机构', body: AddUnit, reply: Unit },
  'POST /api/units/:id/rename': { summary: '更名', params: id, body: RenameUnit, reply: Unit },
  'POST /api/units/:id/close': { summary: '撤销机构', params: id, body: CloseUnit, reply: Unit },
  'POST /api/units/:id/series': { summary: '设定文号', params: id, body: SetSeries, reply: Unit },
} as const
export type UnitRoutes = typeof unitRoutes
