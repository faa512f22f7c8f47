/** The steps of `npm test`, in their order. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Count, countReport, none, one } from './count.ts'
import { missing } from './pieces.ts'
import { runProgram } from './run-program.ts'

export interface Step {
  readonly name: string
  /** What it does, for the one who waits. */
  readonly words: string
  /** @param paths only test files whose path contains one of these; all where empty */
  readonly run: (paths: readonly string[]) => Promise<Count>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = (name: string) => join(root, 'node_modules', '.bin', name)

const check = (name: string, words: string, file: string, args: readonly string[]): Step => ({
  name,
  words,
  run: async () => one((await runProgram(program(file), args)) === 0),
})

async function vitest(
  name: string,
  project: string,
  paths: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Count> {
  const report = join(root, 'build', 'tests', `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--root', root, '--project', project, '--passWithNoTests', ...reporters, ...paths]
  return countReport(report, await runProgram(program('vitest'), args, env))
}

/** On the older PostgreSQL only what speaks of the database itself. */
const onFifteen = ['migrations', 'search', 'trail', 'restore', 'backup/logical']

export const steps: readonly Step[] = [
  check('types', '类型检查', 'tsc', ['-p', root]),
  check('lint', '格式与代码检查', 'biome', ['check', root]),
  check('dead', '无用代码检查', 'knip', ['--no-progress', '--no-config-hints', '--directory', root]),
  { name: 'rules', words: '规则与边界测试', run: (paths) => vitest('rules', 'rules', paths) },
  { name: 'database', words: '数据库测试（内置 PostgreSQL）', run: (paths) => vitest('database', 'database', paths) },
  {
    name: 'database-15',
    words: '数据库测试（Debian 的 PostgreSQL 15）',
    run: async (paths) => {
      if (missing().some((piece) => piece.name === 'postgresql-15')) return none
      return vitest('database-15', 'database', paths.length ? paths : onFifteen, { ZHIZHOU_TEST_POSTGRES: '15' })
    },
  },
  {
    name: 'browser',
    words: '浏览器测试',
    run: async (paths) => {
      const built = await runProgram(process.execPath, [join(root, 'bin', 'run.mjs'), 'build'])
      return built === 0 ? vitest('browser', 'browser', paths) : one(false)
    },
  },
]
