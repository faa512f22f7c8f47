import type { HolderKind, Right, SearchFilter, Status } from '../../contract.ts'
import type { FilterKey } from './filter.ts'
import type { SayPatents } from './say.ts'

/** A condition as a reader says it: 「县市：临夏市」. */
export function conditionText(
  say: SayPatents,
  countyName: (code: string) => string,
  filter: SearchFilter,
  key: FilterKey,
): string {
  const value = String(filter[key] ?? '')
  switch (key) {
    case 'query':
      return `「${value}」`
    case 'county':
      return `${say('facet.county')}：${countyName(value)}`
    case 'right':
      return say(`right.${value as Right}`)
    case 'status':
      return `${say('facet.status')}：${say(`status.${value as Status}`)}`
    case 'holderKind':
      return `${say('facet.holderKind')}：${say(`holder.${value as HolderKind}`)}`
    case 'ipc':
      return `IPC：${value}`
    case 'yearFrom':
    case 'yearTo': {
      const [from, to] = [filter.yearFrom ?? '', filter.yearTo ?? '']
      return `${say('search.years')}：${from === to ? from : `${from}—${to}`}`
    }
  }
}
