/** One thing of the web that came after Chromium 88. */
export interface Newer {
  readonly what: string
  /** The Chromium that brought it. */
  readonly since: number
  /** How it looks in a built script or style sheet. */
  readonly seen: RegExp
  /** What happens without it; null: it may not be in the build. */
  readonly without: string | null
  /** For scripts: where it lives, to be taken away in a test. */
  readonly lives?: readonly [holder: string, name: string]
}

/** What is held against the build. Not run on Chromium 88 itself: no such browser can be had for the tests. */
export const newerThan88: readonly Newer[] = [
  { what: 'Array.prototype.at', since: 92, seen: /\.at\(/, without: 'fill-in.ts', lives: ['Array.prototype', 'at'] },
  {
    what: 'String.prototype.isWellFormed',
    since: 111,
    seen: /isWellFormed/,
    without: 'fill-in.ts',
    lives: ['String.prototype', 'isWellFormed'],
  },
  {
    what: 'String.prototype.toWellFormed',
    since: 111,
    seen: /toWellFormed/,
    without: 'fill-in.ts',
    lives: ['String.prototype', 'toWellFormed'],
  },
  { what: 'Object.hasOwn', since: 93, seen: /Object\.hasOwn\b/, without: null, lives: ['Object', 'hasOwn'] },
  { what: 'Object.groupBy', since: 117, seen: /(Object|Map)\.groupBy/, without: null, lives: ['Object', 'groupBy'] },
  { what: 'structuredClone', since: 98, seen: /structuredClone/, without: null, lives: ['globalThis', 'structuredClone'] },
  {
    what: 'reportError',
    since: 95,
    seen: /\breportError\(/,
    without: 'React asks for it first',
    lives: ['globalThis', 'reportError'],
  },
  {
    what: 'Array.prototype.findLast',
    since: 97,
    seen: /\.findLast(Index)?\(/,
    without: null,
    lives: ['Array.prototype', 'findLast'],
  },
  {
    what: 'Array.prototype.toSorted',
    since: 110,
    seen: /\.to(Sorted|Reversed|Spliced)\(/,
    without: null,
    lives: ['Array.prototype', 'toSorted'],
  },
  { what: 'Array.fromAsync', since: 121, seen: /Array\.fromAsync/, without: null, lives: ['Array', 'fromAsync'] },
  { what: 'Promise.withResolvers', since: 119, seen: /withResolvers/, without: null, lives: ['Promise', 'withResolvers'] },
  { what: 'Promise.try', since: 128, seen: /Promise\.try\(/, without: null, lives: ['Promise', 'try'] },
  {
    what: 'Set.prototype.union',
    since: 122,
    seen: /\.(isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
    without: null,
    lives: ['Set.prototype', 'union'],
  },
  {
    what: 'iterator helpers',
    since: 122,
    seen: /\.(values|keys|entries)\(\)\.(map|filter|toArray|some|every|find|reduce)\(/,
    without: null,
  },
  { what: 'crypto.randomUUID', since: 92, seen: /randomUUID/, without: null, lives: ['crypto', 'randomUUID'] },
  { what: 'AbortSignal.any', since: 116, seen: /AbortSignal\.(any|timeout)/, without: null, lives: ['AbortSignal', 'any'] },
  { what: 'URL.canParse', since: 120, seen: /URL\.canParse/, without: null, lives: ['URL', 'canParse'] },
  { what: 'Response.json', since: 105, seen: /Response\.json\(/, without: null, lives: ['Response', 'json'] },
  {
    what: 'Element.checkVisibility',
    since: 105,
    seen: /checkVisibility/,
    without: null,
    lives: ['Element.prototype', 'checkVisibility'],
  },
  {
    what: 'startViewTransition',
    since: 111,
    seen: /startViewTransition/,
    without: 'the router asks for it first',
    lives: ['Document.prototype', 'startViewTransition'],
  },
  {
    what: 'popover',
    since: 114,
    seen: /showPopover|popovertarget/i,
    without: null,
    lives: ['HTMLElement.prototype', 'showPopover'],
  },
  { what: 'class static blocks', since: 94, seen: /class[^{]*\{(?:[^{}]|\{[^{}]*\})*static\{/, without: null },
  { what: 'top-level await', since: 89, seen: /^await /m, without: null },
  {
    what: ':has()',
    since: 105,
    seen: /:has\(/,
    without: 'focus rings are drawn in look.css; compact rows of buttons, unused here, would touch',
  },
  { what: 'color-mix()', since: 111, seen: /color-mix\(/, without: 'only antd’s compact buttons, unused here' },
  { what: 'accent-color', since: 93, seen: /accent-color/, without: 'progress bars have the browser’s own colour' },
  { what: '@layer', since: 99, seen: /@layer [\w-]+ ?\{/, without: null },
  { what: '@container', since: 105, seen: /@container/, without: null },
  { what: 'oklch()', since: 111, seen: /oklch\(/, without: null },
  { what: 'dvh', since: 108, seen: /[\d)](dvh|svh|lvh)\b/, without: null },
  { what: 'text-wrap', since: 114, seen: /text-wrap/, without: null },
  { what: 'scrollbar-gutter', since: 94, seen: /scrollbar-gutter/, without: null },
  { what: 'overflow: clip', since: 90, seen: /overflow(-[xy])?:\s*["`]?clip/, without: null },
  { what: 'media ranges', since: 104, seen: /\((width|height)\s*[<>]/, without: null },
  { what: 'subgrid', since: 117, seen: /subgrid/, without: null },
  { what: 'field-sizing', since: 123, seen: /field-sizing/, without: null },
  { what: '@starting-style', since: 117, seen: /starting-style/, without: null },
  { what: 'light-dark()', since: 123, seen: /light-dark\(/, without: null },
]
