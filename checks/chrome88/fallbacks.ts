/** What the built office uses although Chromium 88 does not know it, and why it does no harm there. Not run on 88: read. */
export const fallbacks: Readonly<Record<string, string>> = {
  '.at()': 'filled in by apps/office/fill-in.ts before anything else runs',
  '.isWellFormed()': 'filled in by apps/office/fill-in.ts before anything else runs',
  '.toWellFormed()': 'filled in by apps/office/fill-in.ts before anything else runs',
  '.startViewTransition()': 'the router and React ask whether the document has it before they call it',
  ':has()':
    'an unknown selector drops its rule: antd loses focus rings around grouped inputs and the spacing of some empty parts',
  'color-mix()': 'an unknown value drops its declaration: the border between joined buttons takes their own colour',
  'accent-color': 'unknown, so tick boxes keep the browser’s own blue',
}
