/**
 * What the office loads first, from sign-in to the patent list, in the brotli form that goes over the wire.
 * Run by itself it prints the files and fails where they are more than the limit.
 */
import { readFileSync, statSync } from 'node:fs'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

export interface FirstLoad {
  /** Bytes of each file. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly bytes: number
  readonly limit: number
}

const opened = [
  'index.html',
  'sign-in.tsx',
  '../../modules/patents/screens/office/search.tsx',
  '../../ui/zh.ts',
  'zh.ts',
  '../../modules/patents/screens/office/zh.ts',
]

/** The files a browser asks for, by the build's own manifest; throws where the office has not been built. */
export function firstLoad(build = new URL('../build/office/', import.meta.url)): FirstLoad {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', build), 'utf8')) as Record<string, Chunk>
  const names = new Set(['index.html', 'too-old.js', 'mark.svg'])
  const taken = new Set<string>()
  const take = (name: string): void => {
    if (taken.has(name)) return
    taken.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`${name} is not in the build`)
    names.add(chunk.file)
    for (const style of chunk.css ?? []) names.add(style)
    chunk.imports?.forEach(take)
  }
  opened.forEach(take)
  const files = [...names].sort().map((name) => ({ name, bytes: statSync(new URL(`${name}.br`, build)).size }))
  return { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0), limit: 350_000 }
}

if (import.meta.main) {
  const { files, bytes, limit } = firstLoad()
  for (const file of files) console.log(`${String(file.bytes).padStart(8)}  ${file.name}`)
  console.log(`${String(bytes).padStart(8)}  sign-in to patent list, brotli; limit ${limit}`)
  process.exitCode = bytes <= limit ? 0 : 1
}
