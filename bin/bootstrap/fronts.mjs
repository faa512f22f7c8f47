/** Builds the browser side of the faces when their sources have changed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root, run } from './runtime.mjs'
import { giveUp, whileSaying } from './say.mjs'

const faces = [
  { name: 'office', zh: '办公端', en: 'office' },
  { name: 'field', zh: '现场端', en: 'phone' },
]

/**
 * The built pages of each face stand in build/<face>, beside the hash of what they were built from. A new build is made next to
 * them and takes their place whole, so that a server on the old one never serves half of each.
 * @param {string} node
 */
export async function buildFronts(node) {
  for (const face of faces) await buildFront(node, face)
}

/** @param {string} node @param {{ name: string, zh: string, en: string }} face */
async function buildFront(node, { name, zh, en }) {
  const config = `apps/${name}/vite.config.ts`
  if (!existsSync(join(root, config))) return
  const built = join(root, 'build', name)
  const next = join(root, 'build', `${name}-next-${process.pid}`)
  const last = join(root, 'build', `${name}-last-${process.pid}`)
  const stamp = join(built, '.sources')
  const hash = hashOf(sources(name))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', join(root, config), '--outDir', next, '--emptyOutDir', '--logLevel', 'warn']
  const { code } = await whileSaying(`正在生成${zh}网页`, `building the ${en} pages`, () =>
    run(node, args, { cwd: root, quiet: true }),
  )
  if (code !== 0) giveUp(`${zh}网页生成失败，原因见上。`, `The ${en} pages could not be built; the reason stands above.`)
  writeFileSync(join(next, '.sources'), hash)
  rmSync(last, { recursive: true, force: true })
  if (existsSync(built)) renameSync(built, last)
  renameSync(next, built)
  rmSync(last, { recursive: true, force: true })
}

/**
 * What the browser side can be made of, by the rule of who may see whom: screens see contracts, cards, labels, rules, kernel and ui.
 * @param {string} face
 */
function* sources(face) {
  yield join(root, 'package-lock.json')
  for (const folder of [`apps/${face}`, 'ui', 'kernel']) yield* filesUnder(join(root, folder))
  for (const module of entries(join(root, 'modules'))) {
    if (!module.isDirectory()) continue
    const home = join(root, 'modules', module.name)
    for (const entry of entries(home)) if (entry.isFile()) yield join(home, entry.name)
    for (const folder of ['rules', 'screens']) yield* filesUnder(join(home, folder))
  }
}

/** @param {string} folder @returns {Generator<string>} */
function* filesUnder(folder) {
  for (const entry of entries(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

/** In an order that does not hang on the disk. @param {string} folder */
function entries(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** @param {Iterable<string>} paths */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  return hash.digest('hex')
}
