import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Head and length of a chain as they once were, kept where the database's hand does not reach. */
export interface Anchor {
  readonly n: number
  /** Hexadecimal. */
  readonly hash: string
}

export interface AnchorFile {
  readonly read: (region: number) => Anchor | null
  /** Moves the anchor forward, never back. */
  readonly drop: (region: number, anchor: Anchor) => void
}

/** The anchors in the data folder (`keys/trail-anchor.json`): a chain cut short behind the product's back no longer reaches its anchor. */
export function anchorFile(dataDir: string): AnchorFile {
  const path = join(dataDir, 'keys', 'trail-anchor.json')
  const all = (): Record<string, Anchor> =>
    existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Anchor>) : {}
  return {
    read: (region) => all()[region] ?? null,
    drop: (region, anchor) => {
      const anchors = all()
      if ((anchors[region]?.n ?? 0) >= anchor.n) return
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${process.pid}`
      const file = openSync(draft, 'w', 0o600)
      writeSync(file, `${JSON.stringify({ ...anchors, [region]: anchor })}\n`)
      fsyncSync(file)
      closeSync(file)
      renameSync(draft, path)
    },
  }
}
