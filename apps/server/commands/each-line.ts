import { createInterface } from 'node:readline'

/** Batch (`-`): one answer a line of standard input, in order, as one line of JSON. */
export async function answerEachLine(answerLine: (line: string) => object): Promise<void> {
  let lines: string[] = []
  const flush = async () => {
    const chunk = lines.join('')
    lines = []
    if (chunk && !process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    lines.push(`${JSON.stringify(answerLine(line))}\n`)
    if (lines.length >= 500) await flush()
  }
  await flush()
}
