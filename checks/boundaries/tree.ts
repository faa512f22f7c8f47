/** The sources of a house: its files, and what each import leads to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { type Place, placeOf, tops } from './place.ts'
import { type Import, readSource, type Source } from './read-source.ts'

export interface File extends Source {
  readonly place: Place
}

/** What an import leads to: a source of the house, another file of it (a style sheet, a list), a package, or nothing. */
export type Target =
  | { readonly kind: 'source' | 'other'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'nothing' }

const code = /\.[cm]?[jt]sx?$/
const skipped = new Set(['node_modules', 'public', 'build'])

/** Every source file of the house, read. Declarations (.d.ts) carry no imports of their own. */
export function readHouse(root: string): File[] {
  const files: File[] = []
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(path)
      } else if ((code.test(entry.name) && !entry.name.endsWith('.d.ts')) || path === 'bin/zhizhou')
        files.push({ place: placeOf(path), ...readSource(path, readFileSync(join(root, path), 'utf8')) })
    }
  }
  for (const top of tops) if (existsSync(join(root, top))) walk(top)
  return files
}

/** Finds what an import leads to, by the `imports` table of package.json. */
export function finder(root: string): (from: Place, asked: Import) => Target {
  const table = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports as Record<string, string>
  const inHouse = (path: string): Target => {
    if (!existsSync(join(root, path))) return { kind: 'nothing' }
    return { kind: code.test(path) ? 'source' : 'other', path }
  }
  return (from, { specifier }) => {
    if (specifier.startsWith('.')) return inHouse(posix.join(dirname(from.path), specifier.replace(/\?.*$/, '')))
    if (!specifier.startsWith('#')) return specifier ? { kind: 'package', name: specifier } : { kind: 'nothing' }
    for (const [pattern, file] of Object.entries(table)) {
      const [before = '', after] = pattern.split('*')
      if (after === undefined ? specifier === pattern : specifier.startsWith(before))
        return inHouse(posix.normalize(file.replace('*', specifier.slice(before.length))))
    }
    return { kind: 'nothing' }
  }
}
