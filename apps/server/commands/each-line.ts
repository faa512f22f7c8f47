import { isUtf8 } from 'node:buffer'

/** A line as it was read, or why it could not be. */
type Line = string | { readonly error: string }

/** Bytes of the longest line that is read. A longer one is answered as a bad line and never held. */
const longest = 1024 * 1024
/** Lines answered together at the most. */
const batch = 500

/** Batch (`-`): one answer a line of standard input, in order, as one line of JSON. */
export function answerEachLine(answerLine: (line: string) => object | Promise<object>): Promise<void> {
  return answerLines(async (lines) => {
    const answers: object[] = []
    for (const line of lines) answers.push(await answerLine(line))
    return answers
  })
}

/**
 * The same for answers that are cheaper together: `answer` gets the readable lines that have come so far and gives as many answers.
 * What has come is answered before more is waited for, so that a program may ask a line, read its answer, and ask again.
 */
export async function answerLines(answer: (lines: readonly string[]) => Promise<readonly object[]>): Promise<void> {
  const { stdin, stdout } = process
  // A reader that has left (`| head`) is told by an error, and then nothing more is asked.
  let left = false
  const leave = () => {
    left = true
    stdin.destroy()
  }
  stdout.once('error', leave)
  try {
    for await (const lines of linesOf(stdin)) {
      for (let from = 0; from < lines.length && !left; from += batch) {
        const some = lines.slice(from, from + batch)
        const answers = (await answer(some.filter((line) => typeof line === 'string'))).values()
        const chunk = some.map((line) => `${JSON.stringify(typeof line === 'string' ? answers.next().value : line)}\n`).join('')
        if (!stdout.write(chunk))
          await Promise.race(['drain', 'error'].map((word) => new Promise((free) => stdout.once(word, free))))
      }
    }
  } catch (error) {
    if (!left) throw error
  } finally {
    stdout.off('error', leave)
  }
}

/**
 * The lines of UTF-8 text, with or without a mark at its beginning, as they come. Only a line feed ends a line, with or without a
 * carriage return before it: other line ends of Unicode may stand inside a JSON text.
 */
export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let held: Buffer[] = []
  let size = 0
  const hold = (part: Buffer) => {
    size += part.length
    if (size <= longest) held.push(part)
    else held = []
  }
  const take = (): Line => {
    const line =
      size > longest ? { error: `此行超过${longest}字节。` } : textOf(held.length === 1 ? held[0]! : Buffer.concat(held))
    held = []
    size = 0
    return line
  }
  for await (const chunk of input) {
    const lines: Line[] = []
    let from = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      hold(chunk.subarray(from, end))
      lines.push(take())
      from = end + 1
    }
    if (from < chunk.length) hold(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (size > 0) yield [take()]
}

function textOf(bytes: Buffer): Line {
  if (!isUtf8(bytes)) return { error: '此行不是 UTF-8 编码的文字。' }
  return bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '')
}

/** The JSON object on a line, or what is wrong with it. Characters that no text may hold (NUL, halves of a pair) are refused here. */
export function readRequest(line: string): { readonly asked: Readonly<Record<string, unknown>> } | { readonly error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { error: '此行不是 JSON 对象。' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { error: '此行不是 JSON 对象。' }
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string' && !(member.isWellFormed() && !member.includes('\0')))
      return { error: `“${name}”中有无效的字符。` }
  }
  return { asked: value as Readonly<Record<string, unknown>> }
}
