const declaration = /<\?xml\s[^>]{0,1000}?\?>/u

/**
 * Cuts a stream before every XML declaration and drops it (the text is decoded already, so it has nothing more to say):
 * feeds often put one document behind the other into a file. `begins` marks the first piece behind a declaration.
 */
export async function* splitAtDeclarations(chunks: AsyncIterable<string>): AsyncGenerator<{ text: string; begins: boolean }> {
  let held = ''
  let begins = false
  for await (const chunk of chunks) {
    let text = held + chunk
    for (let found = declaration.exec(text); found; found = declaration.exec(text)) {
      yield { text: text.slice(0, found.index), begins }
      begins = true
      text = text.slice(found.index + found[0].length)
    }
    const cut = unfinished(text)
    yield { text: text.slice(0, cut), begins }
    begins = false
    held = text.slice(cut)
  }
  if (held) yield { text: held, begins }
}

/** Where a declaration that goes on in the next chunk may begin; the length where none does. */
function unfinished(text: string): number {
  const opened = text.lastIndexOf('<?xml')
  if (opened >= 0 && text.length - opened < 1010 && !text.includes('?>', opened)) return opened
  const tail = text.lastIndexOf('<')
  return tail >= 0 && text.length - tail < 6 && '<?xml '.startsWith(text.slice(tail)) ? tail : text.length
}
