import type { PlainDate } from '#kernel/time'

/** A kept limit that came out otherwise, as far as its sentence asks. */
export interface MovedSaid {
  readonly title: string
  readonly subject: { readonly title: string }
  readonly person: { readonly name: string } | null
  readonly wasDueOn: PlainDate
  readonly wasProvisional: boolean
  readonly dueOn: PlainDate
  readonly provisional: boolean
}

/** 「演示案件」线索核查：届满日由2026-10-08改为2026-10-09（马演示）。 */
export function movedSentence(moved: MovedSaid): string {
  const who = moved.person ? `（${moved.person.name}）` : ''
  const head = `「${moved.subject.title}」${moved.title}`
  if (moved.wasDueOn !== moved.dueOn) {
    return `${head}：届满日由${moved.wasDueOn}改为${moved.dueOn}${moved.provisional ? '（暂定）' : ''}${who}。`
  }
  return `${head}：届满日${moved.dueOn}由${moved.provisional ? '确定改为暂定' : '暂定改为确定'}${who}。`
}
