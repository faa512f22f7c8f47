import { gazetteer } from '#modules/regions'
import type { SearchFilter } from '../contract.ts'
import { holderKindNames, rightNames, statusNames } from '../rules/names.ts'

/** What a list is limited to besides the words looked for, as a person says it; empty where it is not limited. */
export function conditionsInWords(filter: SearchFilter, region: number): string {
  const { county, right, status, yearFrom, yearTo, ipc, holderKind } = filter
  const years = yearFrom === yearTo ? `${yearFrom ?? ''}` : `${yearFrom ?? ''}—${yearTo ?? ''}`
  return [
    county === undefined ? '' : `所属县市：${countyName(region, county === 'none' ? null : Number(county))}`,
    right === undefined ? '' : `专利类型：${rightNames[right]}`,
    status === undefined ? '' : `法律状态：${statusNames[status]}`,
    yearFrom === undefined && yearTo === undefined ? '' : `申请年：${years}`,
    ipc === undefined ? '' : `分类号：${ipc}`,
    holderKind === undefined ? '' : `权利人类型：${holderKindNames[holderKind]}`,
  ]
    .filter(Boolean)
    .join('；')
}

/** Query and conditions in one phrase, for the trail. */
export function filterInWords(filter: SearchFilter, region: number): string {
  const conditions = conditionsInWords(filter, region)
  return [filter.query?.trim() ? `检索式“${filter.query.trim()}”` : '', conditions].filter(Boolean).join('，') || '全部专利'
}

/** Null: the record stands with the prefecture itself. */
export function countyName(region: number, county: number | null): string {
  return county === null ? '州本级' : (gazetteer(region).division(county)?.name ?? String(county))
}
