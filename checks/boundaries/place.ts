/** Where a file stands in the house, told from its path alone. */
import { type Band, bands } from '../../modules/bands.ts'

export type Top =
  | 'kernel'
  | 'database'
  | 'platform'
  | 'modules'
  | 'handoffs'
  | 'ui'
  | 'apps'
  | 'journeys'
  | 'bench'
  | 'checks'
  | 'bin'

export const tops: readonly Top[] = [
  'kernel',
  'database',
  'platform',
  'modules',
  'handoffs',
  'ui',
  'apps',
  'journeys',
  'bench',
  'checks',
  'bin',
]

export interface Place {
  readonly path: string
  readonly top: Top
  /** The piece of kernel or platform, the module or the app; empty for a file directly in a top folder. */
  readonly home: string
  /** Inside a module: the folder under it, or what its file directly there is (door, contract, card, permissions …; else `piece`). */
  readonly layer: string
  readonly test: boolean
}

const named: Readonly<Record<string, string>> = {
  'index.ts': 'door',
  'contract.ts': 'contract',
  'card.tsx': 'card',
  'permissions.ts': 'permissions',
  'routes.ts': 'routes',
  'figures.ts': 'figures',
  'words.ts': 'words',
  'store.ts': 'store',
}

/** @param path relative to the repository, with forward slashes */
export function placeOf(path: string): Place {
  const [top = '', home = '', ...rest] = path.split('/')
  const deep = rest.length > 0
  const layer = rest.length > 1 ? rest[0]! : (named[rest[0] ?? ''] ?? 'piece')
  const test = /\.test\.tsx?$/.test(path) || rest.includes('testing') || home === 'testing'
  return { path, top: top as Top, home: deep ? home : '', layer, test }
}

/** The band of a module; null where it has none. */
export function bandOf(module: string): Band | null {
  const found = Object.entries(bands).find(([, modules]) => (modules as readonly string[]).includes(module))
  return found ? (found[0] as Band) : null
}
