/**
 * Cuts CSV text into rows of cells: commas, quotes doubled inside quotes, line breaks inside quotes, LF or CRLF, a byte order mark.
 * Lines that begin with `#` before the headings are the source notes of our own reference files and left out.
 */
export function cutCsv(text: string): string[][] {
  const cutter = csvCutter()
  return [...cutter.take(text), ...cutter.end()]
}

/** The same for text that comes in pieces: `take` answers the rows completed by each piece, `end` the last one. */
export function csvCutter() {
  let row: string[] = []
  let cell = ''
  let quoted = false
  let afterQuote = false
  let started = false
  let notes = true
  let inNote = false

  function finishRow(rows: string[][]) {
    row.push(cell)
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    cell = ''
    afterQuote = false
  }

  function* take(piece: string): Generator<string[]> {
    const rows: string[][] = []
    for (const char of piece) {
      if (!started) {
        started = true
        if (char === '\ufeff') continue
      }
      if (inNote) {
        if (char === '\n') inNote = false
      } else if (quoted) {
        if (char === '"') {
          quoted = false
          afterQuote = true
        } else cell += char
      } else if (char === '"') {
        if (afterQuote) cell += '"'
        quoted = true
        afterQuote = false
        notes = false
      } else if (char === ',') {
        row.push(cell)
        cell = ''
        afterQuote = false
      } else if (char === '\n') {
        finishRow(rows)
      } else if (char === '#' && notes && cell === '' && row.length === 0) {
        inNote = true
      } else if (char !== '\r') {
        cell += char
        notes = false
      }
    }
    yield* rows
  }

  function* end(): Generator<string[]> {
    const rows: string[][] = []
    finishRow(rows)
    yield* rows
  }

  return { take, end }
}
