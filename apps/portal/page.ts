import type { Html } from './html.ts'

/** One page before its frame: what stands between header and footer. */
export interface Page {
  readonly status?: number
  /** The one h1 and, with the site's name behind it, the title. Null on the home page, whose h1 is the site's name. */
  readonly title: string | null
  /** For search engines and for the meta tags of government sites. */
  readonly about: string
  readonly main: Html
  /** The pages above this one. */
  readonly above?: readonly { readonly title: string; readonly path: string }[]
  /** The one address under which this page is to be known; null: it is not to be listed. */
  readonly canonical: string | null
  /** Behind which door it stands. */
  readonly door?: Place
}

/** 我要查 我要办 我要问 我要看. */
export type Door = 'find' | 'do' | 'ask' | 'see'

/** The doors, and the mark check, which stands beside them. */
export type Place = Door | 'mark'

export const doors = [
  { door: 'find', path: '/patents' },
  { door: 'do', path: '/matters' },
  { door: 'ask', path: '/questions' },
  { door: 'see', path: '/figures' },
] as const satisfies readonly { readonly door: Door; readonly path: string }[]
