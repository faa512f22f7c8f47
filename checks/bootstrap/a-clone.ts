import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../house/read-files.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly words: string
}

/** Stands in for npm: notes how it was called, and does what `npm.mjs` in its folder says. */
const npm = `
import { appendFileSync, existsSync } from 'node:fs'
appendFileSync(new URL('calls', import.meta.url), process.argv.slice(2).join(' ') + '\\n')
const deed = new URL('deed.mjs', import.meta.url)
if (existsSync(deed)) await import(deed)
`

/** Stands in for vite: writes one page into the folder it is told, unless a source says that it cannot. */
const vite = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
appendFileSync(new URL('../calls', import.meta.url), 'build\\n')
const source = readFileSync(process.cwd() + '/apps/office/main.tsx', 'utf8')
console.log('built')
if (source.includes('broken')) process.exit(1)
const folder = process.argv[process.argv.indexOf('--outDir') + 1]
mkdirSync(folder, { recursive: true })
writeFileSync(folder + '/index.html', source)
`

/** Stands in for the product: says what it was given. */
const command = `
import { readFileSync } from 'node:fs'
const words = process.argv.slice(2)
if (words[0] === 'stay') {
  process.on('SIGTERM', () => process.exit(7))
  setInterval(() => {}, 1000)
  console.log('up')
} else {
  const input = words.includes('-') ? readFileSync(0, 'utf8') : null
  console.log(JSON.stringify({ words, input }))
  if (words[0] === 'fail') process.exitCode = 2
}
`

/** A fresh clone in which npm, vite and the product are stand-ins; the bootstrap is the real one. */
export class AClone {
  readonly folder = mkdtempSync(join(tmpdir(), 'zhizhou-clone-'))
  readonly running = new Set<ReturnType<typeof spawn>>()

  constructor() {
    cpSync(join(root, 'bin'), join(this.folder, 'bin'), { recursive: true })
    this.write('package.json', '{ "type": "module" }')
    this.write('package-lock.json', '{}')
    this.write('npm/package.json', '{ "type": "module" }')
    this.write('npm/npm-cli.js', npm)
    this.write('apps/server/command.ts', command)
    this.write('checks/run-tests.ts', command)
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  read(path: string): string {
    return existsSync(join(this.folder, path)) ? readFileSync(join(this.folder, path), 'utf8') : ''
  }

  /** Puts the office's sources and the stand-in for vite there. */
  addOffice(): void {
    this.write('node_modules/vite/package.json', '{ "type": "module" }')
    this.write('node_modules/vite/bin/vite.js', vite)
    this.write('apps/office/vite.config.ts', '')
    this.write('apps/office/main.tsx', 'first')
  }

  /** Makes the project's Node another program than the one that runs the test, as it is after a start by an older Node. */
  bringNode(): void {
    const path = `node_modules/node-${process.platform}-${process.arch}/bin/node`
    this.write(path, `#!/bin/sh\nexec '${process.execPath}' "$@"\n`)
    chmodSync(join(this.folder, path), 0o755)
  }

  start(program: string, ...words: string[]): ReturnType<typeof spawn> {
    const env = { ...process.env, npm_execpath: join(this.folder, 'npm/npm-cli.js'), npm_node_execpath: process.execPath }
    const child = spawn(process.execPath, [join(this.folder, program), ...words], { env })
    this.running.add(child)
    return child
  }

  async run(program: string, words: readonly string[], input = ''): Promise<Ended> {
    const child = this.start(program, ...words)
    child.stdin!.end(input)
    const [out, said, code] = await Promise.all([
      child.stdout!.setEncoding('utf8').toArray(),
      child.stderr!.setEncoding('utf8').toArray(),
      new Promise<number | null>((end) => child.once('exit', end)),
    ])
    return { code, out: out.join(''), words: said.join('') }
  }

  remove(): void {
    for (const child of this.running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}
