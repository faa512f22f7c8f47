/** What Chromium learnt after version 88, by the version that brought it (MDN's compatibility tables). */

export interface Feature {
  readonly name: string
  readonly since: number
}

/** In style sheets, and in the styles that scripts carry. */
export const styles: readonly (Feature & { readonly pattern: RegExp })[] = [
  { name: 'forced-colors', since: 89, pattern: /forced-colors\s*:/ },
  { name: 'overflow: clip', since: 90, pattern: /overflow(-[xy])?\s*:\s*clip/ },
  { name: 'accent-color', since: 93, pattern: /accent-color|accentColor/ },
  { name: 'scrollbar-gutter', since: 94, pattern: /scrollbar-gutter|scrollbarGutter/ },
  { name: 'prefers-contrast', since: 96, pattern: /prefers-contrast/ },
  { name: '@layer', since: 99, pattern: /@layer\s+[\w.-]+\s*[{;,]/ },
  { name: 'range in a media query', since: 104, pattern: /@media[^{]*\(\s*(width|height)\s*[<>]/ },
  { name: 'translate, rotate and scale as properties', since: 104, pattern: /[{;]\s*(translate|rotate|scale)\s*:/ },
  { name: ':has()', since: 105, pattern: /:has\(/ },
  { name: '@container', since: 105, pattern: /@container|container-type\s*:|containerType/ },
  { name: 'dvh, svh and lvh', since: 108, pattern: /\d[dsl]v[hwb]\b/ },
  { name: 'color-mix()', since: 111, pattern: /color-mix\(/ },
  { name: 'oklch() and oklab()', since: 111, pattern: /\bokl(ch|ab)\(/ },
  { name: 'sin(), cos() and tan()', since: 111, pattern: /calc\([^)]*\b(sin|cos|tan)\(/ },
  { name: 'nested rules', since: 112, pattern: /[{;}]\s*&[^&]/ },
  { name: 'text-wrap', since: 114, pattern: /text-wrap\s*:|textWrap/ },
  { name: 'popover', since: 114, pattern: /:popover-open/ },
  { name: 'subgrid', since: 117, pattern: /\bsubgrid\b/ },
  { name: '@starting-style', since: 117, pattern: /@starting-style/ },
  { name: ':user-valid and :user-invalid', since: 119, pattern: /:user-(in)?valid/ },
  { name: 'relative colours', since: 119, pattern: /\b(rgb|hsl)a?\(\s*from\b/ },
  { name: 'mask without prefix', since: 120, pattern: /[{;]\s*mask(-\w+)?\s*:/ },
  { name: 'light-dark()', since: 123, pattern: /light-dark\(/ },
  { name: 'field-sizing', since: 123, pattern: /field-sizing|fieldSizing/ },
  { name: 'anchor positioning', since: 125, pattern: /\banchor-name\b|position-anchor|anchorName/ },
]

/** Members of values, by their name alone: a value of the product's own may bear the same one. */
export const members: readonly Feature[] = [
  { name: 'at', since: 92 },
  { name: 'randomUUID', since: 92 },
  { name: 'findLast', since: 97 },
  { name: 'findLastIndex', since: 97 },
  { name: 'showPicker', since: 99 },
  { name: 'toReversed', since: 110 },
  { name: 'toSorted', since: 110 },
  { name: 'toSpliced', since: 110 },
  { name: 'isWellFormed', since: 111 },
  { name: 'toWellFormed', since: 111 },
  { name: 'startViewTransition', since: 111 },
  { name: 'checkVisibility', since: 105 },
  { name: 'showPopover', since: 114 },
  { name: 'isSubsetOf', since: 122 },
  { name: 'isSupersetOf', since: 122 },
  { name: 'isDisjointFrom', since: 122 },
  { name: 'symmetricDifference', since: 122 },
  { name: 'getOrInsert', since: 145 },
]

/** Functions and classes of the language and the browser, by their full name. */
export const globals: readonly Feature[] = [
  { name: 'Object.hasOwn', since: 93 },
  { name: 'structuredClone', since: 98 },
  { name: 'AbortSignal.timeout', since: 103 },
  { name: 'AbortSignal.any', since: 116 },
  { name: 'Object.groupBy', since: 117 },
  { name: 'Map.groupBy', since: 117 },
  { name: 'Promise.withResolvers', since: 119 },
  { name: 'URL.canParse', since: 120 },
  { name: 'Array.fromAsync', since: 121 },
  { name: 'Iterator.from', since: 122 },
  { name: 'Promise.try', since: 128 },
  { name: 'URL.parse', since: 126 },
  { name: 'RegExp.escape', since: 136 },
  { name: 'Intl.DurationFormat', since: 129 },
  { name: 'Temporal', since: 144 },
  { name: 'CSSContainerRule', since: 105 },
  { name: 'navigation', since: 102 },
]
