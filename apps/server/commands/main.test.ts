import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('../command.ts', import.meta.url))

function zhizhou(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

test.each([[['check-number', '--help']], [['annuity', '-h']], [['limit', '--help']], [['search', 'patents', '--help']]])(
  '%j helps in Chinese',
  (words) => {
    const { code, out, err } = zhizhou(...words)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^用法：/)
    expect(out).not.toMatch(/Usage|Options|Arguments/)
  },
)

test('a bad option is one Chinese sentence', () => {
  expect(zhizhou('start', '--port', '99999')).toEqual({ code: 2, out: '', err: '端口应为0至65535的整数。\n' })
  expect(zhizhou('check-number', '--strange', 'x')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^用法：/) })
  expect(zhizhou('start', '--host', '192.0.2.1', '--data', '/dev/null')).toMatchObject({
    code: 1,
    err: '本机不能在地址 192.0.2.1 上提供服务（EADDRNOTAVAIL），请核对 --host。\n',
  })
})

test('what cannot be a data folder is refused', () => {
  for (const path of [command, `${command}/data`])
    expect(JSON.parse(zhizhou('doctor', '--data', path, '--json').out)).toEqual({
      refusal: { code: 'no-folder', sentence: expect.stringContaining(`${path} 不能用作数据目录`), basis: null },
    })
})
