import { type Problem, ProblemError } from '#ui'

const unreachable: Problem = {
  type: 'about:blank',
  title: 'unreachable',
  status: 0,
  code: 'unreachable',
  sentence: '连接不上服务器，有网络时会自动继续。',
  requestId: '',
}

/** Fetches a part of the copy. Throws `ProblemError` where the office refuses or is not reached. */
export async function fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(path, { credentials: 'same-origin' }).catch(() => null)
  if (!answer) throw new ProblemError(unreachable)
  if (!answer.ok) throw new ProblemError(await answer.json().catch(() => ({ ...unreachable, status: answer.status })))
  const bytes = await answer.arrayBuffer().catch(() => null)
  if (!bytes) throw new ProblemError(unreachable)
  return new Uint8Array(bytes)
}

/** SHA-256 of the parts one after the other, hexadecimal. */
export async function digestOf(...parts: readonly Uint8Array[]): Promise<string> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  const digest = await crypto.subtle.digest('SHA-256', all)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
