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
  const told = await inPlace(refusal)
  if (voice.json) process.stdout.write(`${JSON.stringify({ refusal: told })}\n`)
  else process.stderr.write(`${told.sentence}\n`)
  process.exitCode = 1
}

/** A refusal as the wire tells it. The sentences are loaded only when one is needed. */
export async function inPlace(refusal: Refusal) {
  const [{ sentenceOf }, { words }] = await Promise.all([import('#platform/http'), import('../catalogue.ts')])
  return { code: refusal.code, sentence: sentenceOf(refusal, words), basis: refusal.basis ?? null }
}

/** Progress and remarks: words on standard error, never in the way of the answer. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`)
}
