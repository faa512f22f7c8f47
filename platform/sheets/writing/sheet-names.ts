/** Names a workbook accepts: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, not Excel's own History, each only once. */
export function sheetNames() {
  const taken = new Set(['history'])
  return (wanted: string, part = 1): string => {
    const clean = wanted.replace(/[[\]:*?/\\]/g, ' ').replace(/^[\s']+|[\s']+$/g, '') || '工作表'
    for (let n = part; ; n++) {
      const tail = n > 1 ? `（${n}）` : ''
      const name = `${clean
        .slice(0, 31 - tail.length)
        .toWellFormed()
        .replaceAll('\ufffd', '')}${tail}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}
