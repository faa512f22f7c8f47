/**
 * One form for comparing and searching: compatibility width (全角 → 半角), lower case.
 * Length may change (㎏ → kg), so offsets into the original need `highlight`.
 * The final sigma becomes the plain one, so that a part of a text and the text itself are lowered alike.
 */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
}

/** What is not there to a reader: format characters (soft hyphen, zero-width blanks) and variation selectors. */
const unseen = /[\p{Cf}\p{Variation_Selector}]+/gu
/** Blanks and control characters, and the mark that parts fields in `searchText`. */
const blank = /[\s\p{Cc}\u241f]+/gu
const seldom = /[\p{Cf}\p{Cc}\p{Variation_Selector}\u241f]|\s\s|[^\S ]|^\s|\s$/u

/**
 * The form in which texts and words are searched: `normalise`, every stretch of blanks one blank, none at the ends,
 * without what a reader does not see. Safe to store in PostgreSQL (no NUL, no half surrogates). Applying it twice changes nothing.
 */
export function searchForm(text: string): string {
  const plain = normalise(text.isWellFormed() ? text : text.toWellFormed())
  if (!seldom.test(plain)) return plain
  // Taking the unseen away may bring two characters together that compose into one.
  return normalise(plain.replace(unseen, '')).replace(blank, ' ').trim()
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
