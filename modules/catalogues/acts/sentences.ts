import type { Catalogue } from '../catalogue.ts'
import type { ChangeRow } from '../store/changes.ts'

/** What a change is, for the trail: 「订正期限目录“陈述申辩”自2021-07-15起的版本」. */
export function changeSentence(
  catalogue: Catalogue,
  { kind, title, after }: Pick<ChangeRow, 'kind' | 'title' | 'after'>,
): string {
  const named = `${catalogue.label}“${title}”（${after.id}）`
  const version = after.validFrom === null ? '' : `自${after.validFrom}起的版本`
  if (kind === 'end') return `${named}${version}的停止适用，最后适用日${after.validTo}`
  return `${named}${version}的${kind === 'add' ? '新增' : '订正'}：${catalogue.describe(after)}`
}
