import type { Refusal } from '#kernel/outcome'

/** How a command answers: one JSON object on standard output with `--json`, words on standard error otherwise. */
export interface Voice {
  readonly json: boolean
}

/** Bad arguments: one clear sentence, exit 2. */
export class BadArguments extends Error {}

/** The answer of a command that did what it was asked: as JSON, or as lines for a person. */
export function answer(voice: Voice, value: unknown, lines: readonly string[]): void {
  if (voice.json) process.stdout.write(`${JSON.stringify(value)}\n`)
  else for (const line of lines) process.stdout.write(`${line}\n`)
}

/** A refusal by a rule: its sentence, exit 1. */
export async function turnAway(voice: Voice, refusal: Refusal): Promise<void> {
  const [{ sentenceOf }, { words }] = await Promise.all([import('#platform/http'), import('../catalogue.ts')])
  const sentence = sentenceOf(refusal, words)
  if (voice.json) {
    process.stdout.write(`${JSON.stringify({ refusal: { code: refusal.code, sentence, basis: refusal.basis ?? null } })}\n`)
  } else process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

/** Progress and remarks: words on standard error, never in the way of the answer. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`)
}
