import type { Refusal } from '#kernel/outcome'

/** Why the runner itself turns an act away, before or around the rule. */
export type RunnerRefusal =
  | (Refusal & { readonly code: 'input-invalid'; readonly fields: Readonly<Record<string, string>> })
  | (Refusal & { readonly code: 'not-permitted'; readonly act: string })
  /** The key was used before for something else. */
  | (Refusal & { readonly code: 'key-reused' })
  /** Someone changed the thing since it was looked at; `changes` says what. */
  | StaleRefusal

export type StaleRefusal = Refusal & { readonly code: 'stale'; readonly changes: readonly string[] }

/** The sentences of these refusals. */
export const runnerWords = {
  'input-invalid': () => '填写的内容有误，请按各栏提示修改后再办理。',
  'not-permitted': ({ act }: { act?: unknown }) => `您没有办理“${act}”的权限。如工作需要，请联系安全管理员授权。`,
  'key-reused': () => '本次请求的编号已用于另一项操作，未重复办理。请刷新页面后重新操作。',
  stale: ({ changes }: { changes?: unknown }) =>
    `您查看之后，内容已被他人更新${Array.isArray(changes) && changes.length > 0 ? `：${changes.join('；')}` : ''}。请核对最新内容后再办理。`,
} as const
