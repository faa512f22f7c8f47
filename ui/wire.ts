import type { ZodType, z } from 'zod'

/** A route as a contract writes it; the key of the table is `METHOD /path/:param`. */
export interface Route {
  readonly summary: string
  readonly open?: true
  readonly upload?: true
  readonly file?: string
  readonly params?: ZodType
  readonly query?: ZodType
  readonly body?: ZodType
  readonly reply?: ZodType
  readonly events?: ZodType
}
export type Routes = Readonly<Record<string, Route>>

/** What the server says when something was not done (problem+json). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  /** For the reader: what happened, why, what to do. */
  readonly sentence: string
  readonly requestId: string
  /** Path of a field → what is wrong with it. */
  readonly fields?: Readonly<Record<string, string>>
  /** Status 409: what changed since the version that was looked at, as sentences. */
  readonly changes?: readonly string[]
}

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.sentence)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

type Part<R, K extends string> = R extends { readonly [P in K]: infer T extends ZodType }
  ? { readonly [P in K]: z.input<T> }
  : unknown
type Uploaded<R> = R extends { readonly upload: true } ? { readonly body: FormData } : unknown
type MayLackQuery<T> = T extends { readonly query: infer Q }
  ? Partial<Q> extends Q
    ? Omit<T, 'query'> & { readonly query?: Q }
    : T
  : T
export type Ask<R> = MayLackQuery<Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'> & Uploaded<R>> & {
  readonly signal?: AbortSignal | undefined
  /** Kept by the caller over a retry of the same deed, so that it is done once. */
  readonly key?: string
}
export type Reply<R> = R extends { readonly reply: infer T extends ZodType } ? z.output<T> : null

/** Speaks to the server over the routes of one contract; answers the reply or throws `ProblemError`. */
export type Wire<T extends Routes> = <K extends keyof T & string>(
  at: K,
  ...ask: Partial<Ask<T[K]>> extends Ask<T[K]> ? [Ask<T[K]>?] : [Ask<T[K]>]
) => Promise<Reply<T[K]>>

let csrfToken = ''
/** The token of the present session, which every write carries. */
export function bearToken(token: string): void {
  csrfToken = token
}

/** A key for one deed. `crypto.randomUUID` is not there on plain http and before Chromium 92. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

interface AnyAsk {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly signal?: AbortSignal
  readonly key?: string
}

let signedOut: () => void = () => {}
/** Says what to do when the server no longer knows the session. */
export function whenSignedOut(deed: () => void): void {
  signedOut = deed
}

/** The address of a route with its parameters and query filled in; for links to files and for event streams. */
export function addressOf(at: string, ask: Pick<AnyAsk, 'params' | 'query'> = {}): string {
  const path = at.slice(at.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ask.params?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(ask.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** Opens the wire over the routes of one contract: `const ask = openWire<PatentRoutes>()`. */
export function openWire<T extends Routes>(): Wire<T> {
  return (async (at: string, ask: AnyAsk = {}) => {
    const method = at.slice(0, at.indexOf(' '))
    const headers: Record<string, string> = { accept: 'application/json' }
    if (method !== 'GET') {
      headers['x-csrf-token'] = csrfToken
      headers['idempotency-key'] = ask.key ?? newKey()
    }
    const form = ask.body instanceof FormData
    if (ask.body !== undefined && !form) headers['content-type'] = 'application/json'
    const body = ask.body === undefined ? null : form ? (ask.body as FormData) : JSON.stringify(ask.body)
    let answer: Response
    try {
      answer = await fetch(addressOf(at, ask), { method, headers, body, credentials: 'same-origin', signal: ask.signal ?? null })
    } catch (cause) {
      if (ask.signal?.aborted) throw cause
      throw new ProblemError(unreachable)
    }
    if (answer.status === 204) return null
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    const reply: unknown = isJson ? await answer.json() : null
    if (answer.ok && isJson) return reply
    if (isJson && (reply as Problem).code === 'signed-out') signedOut()
    throw new ProblemError(isJson ? (reply as Problem) : { ...garbled, status: answer.status })
  }) as Wire<T>
}

const unreachable: Problem = {
  type: 'about:blank',
  title: 'unreachable',
  status: 0,
  code: 'unreachable',
  sentence: '连接不上服务器，您填写的内容仍保留在本页。请检查网络后重试。',
  requestId: '',
}
const garbled: Problem = {
  type: 'about:blank',
  title: 'garbled',
  status: 0,
  code: 'garbled',
  sentence: '服务器的答复无法识别，请稍后重试；仍不正常的，请告知系统管理员。',
  requestId: '',
}
