import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('../command.ts', import.meta.url))

/** `zhizhou annuity …`, from its own process; a database would have nowhere to stand. */
function run(args: string, input = '') {
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  const ended = spawnSync(process.execPath, [command, 'annuity', ...args.split(' ').filter(Boolean)], {
    input,
    env,
    encoding: 'utf8',
  })
  return { code: ended.status, out: ended.stdout, err: ended.stderr }
}
const invention = '--right invention --filed 2019-03-15 --granted 2022-06-10'

test('answers in the form of the contract (trap 14)', () => {
  const { code, out } = run(`${invention} --year 8 --json`)
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    dueOn: '2026-03-16',
    graceEndsOn: '2026-09-15',
    fee: 2000,
    payable: 2000,
    lateFee: 0,
    total: 2000,
    expiresOn: '2039-03-15',
    state: 'not-due',
    basis: '专利法实施细则 第五条、第一百一十五条；专利法 第四十三条；专利收费标准；专利法 第四十二条第一款',
    provisional: false,
  })
})

test('takes payment, reduction and open licence as options, and tells until when a lost right may be asked back', () => {
  expect(JSON.parse(run(`${invention} --year 8 --paid 2026-05-20 --reduction 0.85 --json`).out)).toMatchObject({
    payable: 300,
    lateFee: 200,
    total: 500,
    state: 'in-grace',
  })
  expect(JSON.parse(run(`${invention} --year 8 --open-licence 2025-01-01..2026-12-31 --json`).out).payable).toBe(1700)
  const late = JSON.parse(run(`${invention} --year 8 --paid 2026-10-09 --notice 2026-12-01 --json`).out)
  expect(late).toMatchObject({ state: 'too-late', total: null, restoration: { requestBy: '2027-02-01', fee: 1000 } })
  const compensated = JSON.parse(run('--right invention --filed 2010-03-15 --compensated-until 2032-08-15 --json').out)
  expect(compensated).toMatchObject({ fee: 16000, dueBefore: '2030-03-15' })
})

test('says it in Chinese', () => {
  const { out } = run(`${invention} --year 9`)
  expect(out).toContain('应缴日：2027-03-15\n')
  expect(out).toContain('缴费情况：待缴')
  expect(out).toContain('暂定')
})

test('a refusal is an answer with exit 1, a request that is none exit 2', () => {
  const refused = run(`${invention} --year 3 --json`)
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toEqual({
    refusal: {
      code: 'year-before-grant',
      sentence: expect.stringContaining('第4年度'),
      basis: '专利法实施细则（2010年） 第九十七条',
    },
  })
  expect(run(`${invention} --year 21 --json`).code).toBe(1)
  for (const wrong of [
    `${invention} --year eight`,
    `${invention} --year 0`,
    `${invention} --year 1e308`,
    `${invention}`,
    '--right patent --filed 2019-03-15 --granted 2022-06-10 --year 8',
    `${invention} --year 8 --reduction 0.5`,
    `${invention} --year 8 --paid 2026-02-30`,
    `${invention} --year 8 --open-licence 2026-02-03`,
    `${invention} --year 8 --colour red`,
  ]) {
    const { code, out, err } = run(`${wrong} --json`)
    expect([wrong, code, out]).toEqual([wrong, 2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
  }
})

test('answers a batch line by line, a bad line in its place', () => {
  const lines = [
    '{"right":"design","filed":"2021-06-01","granted":"2021-12-01","year":12}',
    'not json',
    '{"right":"design","filed":"2021-05-31","granted":"2021-12-01","year":12}',
    '{"right":"utility-model","filed":"2020-02-03","granted":"2020-10-10","year":6,"reduction":0.7,"paid":"2025-05-20","openLicence":["2025-01-01","2025-12-31"]}',
  ]
  const { code, out } = run('- --json', `${lines.join('\n')}\n`)
  expect(code).toBe(0)
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { fee: 3000 },
    { error: '此行不是 JSON 对象。' },
    { error: expect.stringContaining('期限为10年'), refusal: { code: 'year-beyond-term' } },
    { payable: 360, lateFee: 180, total: 540 },
  ])
})
