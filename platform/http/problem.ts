import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#kernel/outcome'

/** Refusal code → the sentence a person reads. Each module brings its own; apps/server puts them together. */
export type Words = Readonly<Record<string, (refusal: Readonly<Record<string, unknown>>) => string>>

/** Puts tables of sentences together; each knows the facts of its own refusals. */
export function wordsOf(...tables: readonly Readonly<Record<string, (refusal: never) => string>>[]): Words {
  return Object.assign({}, ...tables) as Words
}

/** An error as the wire tells it (RFC 9457), with a Chinese sentence that says what to do. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly sentence: string
  readonly requestId: string
  readonly fields?: Readonly<Record<string, string>>
  readonly changes?: readonly string[]
}

const statusOf: Readonly<Record<string, number>> = {
  'input-invalid': 400,
  'signed-out': 401,
  'password-wrong': 401,
  'password-expired': 403,
  'must-change-password': 403,
  'not-permitted': 403,
  'csrf-mismatch': 403,
  'not-found': 404,
  'patent-unknown': 404,
  'import-unknown': 404,
  'user-unknown': 404,
  'holder-unknown': 404,
  stale: 409,
  'too-large': 413,
  'too-many-requests': 429,
  'server-busy': 503,
}

const titles: Readonly<Record<number, string>> = {
  400: '填写有误',
  401: '未登录',
  403: '无权办理',
  404: '未找到',
  409: '内容已更新',
  413: '文件过大',
  422: '不能办理',
  429: '请求过多',
  500: '系统故障',
  503: '系统繁忙',
}

/** The sentences of the frame itself. */
export const httpWords: Words = {
  'signed-out': () => '登录已失效，请重新登录。未提交的内容仍保留在本页。',
  'csrf-mismatch': () => '页面已过期，请刷新页面后重新办理。',
  'key-missing': () => '请求缺少办理编号，请刷新页面后重新办理。',
  'not-found': () => '没有找到要查看的内容，可能已被删除或者编号有误。',
  'too-large': () => '内容超过大小上限，请拆分后分次提交。',
  'too-many-requests': () => '操作过于频繁，请稍候一分钟再试。',
  'server-busy': () => '当前使用人数较多，系统暂时繁忙，请稍候重试。',
  'request-malformed': () => '请求格式不正确，请刷新页面后重试。',
  'server-error': () => '系统出现故障，本次操作没有生效。请稍后重试；仍不成功的，请将请求编号告知管理员。',
}

/** A refusal as a problem. A code without a sentence is a bug, told as the code itself. */
export function problemOf(refusal: Refusal, words: Words, requestId: string): Problem {
  const facts = refusal as Refusal & { fields?: Record<string, string>; changes?: readonly string[] }
  const status = statusOf[refusal.code] ?? 422
  return {
    type: `urn:zhizhou:${refusal.code}`,
    title: titles[status] ?? titles[422]!,
    status,
    code: refusal.code,
    sentence: sentenceOf(refusal, words),
    requestId,
    ...(facts.fields ? { fields: facts.fields } : {}),
    ...(facts.changes ? { changes: facts.changes } : {}),
  }
}

/** The sentence of a refusal, with its legal basis behind it where it has one. */
export function sentenceOf(refusal: Refusal, words: Words): string {
  const sentence =
    (words[refusal.code] ?? httpWords[refusal.code])?.(refusal as unknown as Record<string, unknown>) ?? refusal.code
  return refusal.basis ? `${sentence}（依据：${refusal.basis}）` : sentence
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

/** What went wrong inside fastify or a bug, as a refusal code. */
export function codeOfError(error: { statusCode?: number; code?: string; validation?: unknown }): string {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413) return 'too-large'
  if (error.statusCode === 429) return 'too-many-requests'
  if (error.statusCode === 503) return 'server-busy'
  if (error.statusCode === 404) return 'not-found'
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'request-malformed'
  return 'server-error'
}

export function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}
