import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// `npm run bench` without a name: every benchmark at its own size, one after another; each prints its ratios.
for (const name of ['start-up', 'first-load', 'list-route', 'field', 'import', 'search']) {
  console.log(`\n── ${name}`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
