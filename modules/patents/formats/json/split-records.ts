const wrappers = /^(?:result|results|data|list|items|records|rows|patents|hits)$/i
/** A record of a patent has a few thousand characters; claims and description make it longer. */
const longestRecord = 8_000_000

export class BrokenJson extends Error {
  /** Characters read before it went wrong. */
  readonly at: number
  constructor(at: number) {
    super(`broken JSON at ${at}`)
    this.at = at
  }
}

/**
 * Cuts the records out of a JSON stream as it comes: the elements of an array, at the top or within `{ "Result": […] }` and its
 * like, or one object after the other (JSON lines). Throws `BrokenJson` where the text ends within one, or a record has no end.
 */
export async function* splitRecords(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  // What surrounds the record being looked for: `[`, or `{` of a wrapper. A record's own brackets are only counted.
  const around: string[] = []
  let depth = 0
  // Within a wrapper, what is not the list (Paging, columns) is passed over.
  let passing = 0
  let taken = ''
  let inString = false
  let escaped = false
  let word = ''
  let key = ''
  let read = 0
  for await (const chunk of chunks) {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk[at]!
      if (inString) {
        if (escaped) escaped = false
        else if (sign === '\\') escaped = true
        else if (sign === '"') inString = false
        else if (depth <= 1 && word.length < 40) word += sign
        continue
      }
      if (sign === '"') {
        inString = true
        word = ''
      } else if (sign === ':') key = word
      else if (sign === '{' || sign === '[') {
        // An object that turns out to wrap the list is no record.
        if (depth === 1 && around.every((one) => one === '{') && wrappers.test(key)) {
          around.push('{')
          depth = 0
          taken = ''
        }
        if (passing > 0 || (depth === 0 && around.at(-1) === '{' && !wrappers.test(key))) passing++
        else if (depth > 0) depth++
        else if (sign === '[') around.push('[')
        else {
          depth = 1
          start = at
        }
        key = ''
      } else if (sign === '}' || sign === ']') {
        if (passing > 0) passing--
        else if (depth === 0) around.pop()
        else if (--depth === 0) {
          yield taken + chunk.slice(start, at + 1)
          taken = ''
        }
      }
    }
    read += chunk.length
    if (depth > 0) taken += chunk.slice(start)
    if (taken.length > longestRecord) throw new BrokenJson(read)
  }
  if (depth > 0 || inString || around.length > 0) throw new BrokenJson(read)
}
