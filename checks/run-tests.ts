/**
 * `npm test`: every check and test of the project. `npm test -- --only rules,database kernel/time` runs some of the steps,
 * and of their tests those whose path contains one of the words after it.
 * Ends with the line `N passed, N failed, N skipped`; status 1 where anything failed.
 */
import { parseArgs } from 'node:util'
import { type Count, countLine, sum } from './suite/count.ts'
import { missing } from './suite/pieces.ts'
import { type Step, steps } from './suite/steps.ts'

const chosen = chosenSteps()
const counts: Count[] = []
for (const step of chosen.steps) counts.push(await runStep(step, chosen.paths))

const without = chosen.whole ? missing() : []
for (const piece of without) console.log(`未安装 ${piece.name}，跳过：${piece.without}（${piece.name} is not installed）`)
const all = sum([...counts, { passed: 0, failed: 0, skipped: without.length }])
for (const [n, step] of chosen.steps.entries())
  console.log(`${counts[n]!.failed ? '✗' : '✓'} ${step.name}: ${countLine(counts[n]!)}`)
console.log(countLine(all))
process.exitCode = all.failed ? 1 : 0

async function runStep(step: Step, paths: readonly string[]): Promise<Count> {
  const from = Date.now()
  console.log(`\n── ${step.words}  ${step.name}`)
  const count = await step.run(paths)
  console.log(`── ${step.name}: ${countLine(count)}, ${((Date.now() - from) / 1000).toFixed(1)} s`)
  return count
}

function chosenSteps(): { steps: readonly Step[]; paths: readonly string[]; whole: boolean } {
  const names = steps.map((step) => step.name)
  try {
    const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
    const only = values.only?.split(',') ?? names
    const unknown = only.find((name) => !names.includes(name))
    if (unknown !== undefined) throw new Error(`没有名为 ${unknown} 的步骤 (no such step)`)
    return {
      steps: steps.filter((step) => only.includes(step.name)),
      paths: positionals,
      whole: !values.only && !positionals.length,
    }
  } catch (error) {
    console.error(`${(error as Error).message}\n用法 usage: npm test -- [--only ${names.join(',')}] [PATH…]`)
    process.exit(2)
  }
}
