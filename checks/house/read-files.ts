import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository; the text is read when asked for. */
export interface HouseFile {
  readonly path: string
  readonly text: string
}

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is made and not written: it stands in .gitignore too. */
const made = new Set(['.git', '.vitest', 'node_modules', 'build', 'coverage', 'data'])

/** Every file of the repository, with forward slashes. */
export function readFiles(): HouseFile[] {
  const files: HouseFile[] = []
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.isDirectory()) {
        if (!(made.has(entry.name) && (folder === '' || entry.name === 'node_modules'))) walk(path)
      } else if (!entry.name.endsWith('.log'))
        files.push({
          path,
          get text() {
            return readFileSync(join(root, path), 'utf8')
          },
        })
    }
  }
  walk('')
  return files
}

export const isSource = (file: HouseFile): boolean => /\.([cm]?[jt]sx?|sql|css)$/.test(file.path) || file.path === 'bin/zhizhou'
