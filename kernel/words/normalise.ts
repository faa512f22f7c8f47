/**
 * One form for comparing and searching: compatibility width (全角 → 半角), lower case.
 * Length may change (㎏ → kg), so offsets into the original need `map` of the highlighter.
 */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * The form under which two spellings of a name are one: width, case, blanks, and the kinds of brackets and dots
 * people type for one another (（ ( 〔 [ … · • ．).
 */
export function sameName(name: string): string {
  return normalise(name)
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/[〔［【[({｛]/gu, '(')
    .replace(/[〕］】\])}｝]/gu, ')')
    .replace(/[•‧∙・．。]/gu, '·')
}
