#!/usr/bin/env node
/**
 * What `npm start`, `npm test`, `npm run bench` and `npm run fix` call; `build` is the part of `start` before the server. Needs nothing but Node 20.19: it brings the packages,
 * among them the Node that runs the product, and hands over.
 */
import { buildFronts } from './bootstrap/fronts.mjs'
import { bringPackages } from './bootstrap/packages.mjs'
import { become, leaveLike, nodeOfTheProject, root, run } from './bootstrap/runtime.mjs'
import { giveUp } from './bootstrap/say.mjs'
import { packagesStand } from './bootstrap/stamp.mjs'

const deeds = {
  async start(args) {
    const node = await ready({ tools: false })
    await buildFronts(node)
    await become(node, 'apps/server/command.ts', ['start', ...args])
  },
  async build() {
    await buildFronts(await ready({ tools: false }))
  },
  async test(args) {
    const node = await ready({ tools: true })
    await become(node, 'checks/run-tests.ts', args)
  },
  async bench(args) {
    const node = await ready({ tools: true })
    // `npm run bench -- search …` is bench/search.ts; without a name bench/run.ts runs them all.
    const [name, ...rest] = /^[a-z-]+$/.test(args[0] ?? '') && !args[0].startsWith('-') ? args : ['run', ...args]
    await become(node, `bench/${name}.ts`, rest)
  },
  async fix(args) {
    const node = await ready({ tools: true })
    const biome = `${root}/node_modules/@biomejs/biome/bin/biome`
    const drawn = await run(node, [`${root}/checks/drawings/write.ts`], { cwd: root })
    const tidied = await run(node, [biome, 'check', '--write', ...args], { cwd: root })
    leaveLike(drawn.code === 0 ? tidied : drawn)
  },
}

async function ready(wish) {
  if (!packagesStand(wish)) await bringPackages(wish)
  return nodeOfTheProject()
}

const [word, ...args] = process.argv.slice(2)
if (!Object.hasOwn(deeds, word ?? '')) {
  const words = Object.keys(deeds).join(', ')
  giveUp(`不认识的命令：${word ?? ''}。可用的有 ${words}。`, `Unknown command: ${word ?? ''}. There are ${words}.`)
}
await deeds[word](args)
