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
  /** Which door it stands behind. */
  readonly door?: Door
}

/** 我要查 我要办 我要问 我要看. */
export type Door = 'find' | 'do' | 'ask' | 'see'

export const doors = [
  { door: 'find', path: '/patents' },
  { door: 'do', path: '/services' },
  { door: 'ask', path: '/questions' },
  { door: 'see', path: '/figures' },
] as const satisfies readonly { readonly door: Door; readonly path: string }[]
