import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('../command.ts', import.meta.url))

/** `zhizhou limit …`, from its own process; a database would have nowhere to stand. */
function limit(args: string, input = '') {
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  const ended = spawnSync(process.execPath, [command, 'limit', ...args.split(' ').filter(Boolean)], {
    input,
    env,
    encoding: 'utf8',
  })
  return { code: ended.status, out: ended.stdout, err: ended.stderr }
}
const json = (args: string) => JSON.parse(limit(`${args} --json`).out)

test('answers in the form of the contract', () => {
  expect(json('infringe.answer --from 2026-09-18')).toEqual({
    rule: 'infringe.answer',
    dueOn: '2026-10-08',
    dueAt: null,
    basis: '《专利纠纷行政裁决和调解办法》第二十二条',
    provisional: false,
    steps: [
      {
        from: '2026-09-18',
        to: '2026-09-18',
        kind: 'start',
        days: 0,
        note: '2026年9月18日为被请求人收到请求书副本之日，不计入期限。',
      },
      { from: '2026-09-19', to: '2026-10-03', kind: 'counted', days: 15, note: '计入15日，节假日不扣除。' },
      {
        from: '2026-10-04',
        to: '2026-10-08',
        kind: 'rolled',
        days: 5,
        note: '期满日2026年10月3日不是工作日，顺延至2026年10月8日。',
      },
    ],
  })
  expect(json('transfer.send --from 2026-09-30T17:00')).toMatchObject({ dueOn: '2026-10-01', dueAt: '2026-10-01T17:00' })
  expect(json('trademark.renew --from 2026-05-10')).toMatchObject({ opensOn: '2025-05-10', dueOn: '2026-05-10' })
})

test('takes extensions and suspensions as options', () => {
  expect(json('clue.verify --from 2026-09-21 --extended').dueOn).toBe('2026-11-09')
  expect(json('infringe.conclude --from 2026-01-15 --extended 2').dueOn).toBe('2026-07-15')
  expect(json('decision --from 2026-07-10 --suspended 2026-08-03..2026-08-14').dueOn).toBe('2026-10-20')
  const twice = '--suspended 2026-08-03..2026-08-05 2026-08-10..2026-08-12 --suspended 2026-09-01..2026-09-06'
  expect(json(`decision ${twice} --from=2026-07-10`).dueOn).toBe('2026-10-20')
  expect(json('decision --from 2026-07-10 --extended --extended-to 2026-12-31').dueOn).toBe('2026-12-31')
})

test('says in Chinese when it is due and why', () => {
  const { code, out } = limit('decision --from 2026-12-01')
  expect(code).toBe(0)
  expect(out).toContain('届满日：2027年3月1日（星期一）')
  expect(out).toContain('暂定：所涉年度的放假安排尚未公布，公布后重新计算。')
  expect(out).toContain('依据：《市场监督管理行政处罚程序规定》第六十四条')
})

test('a refusal of the law is an answer with exit 1', () => {
  const gone = limit('tip.tellNamed --from 2026-05-06 --json')
  expect(gone.code).toBe(1)
  expect(JSON.parse(gone.out)).toEqual({
    refusal: {
      code: 'not-in-force',
      sentence: '“实名举报立案告知”的期限规定自2020-01-01至2026-04-14有效，不适用于2026-05-06开始的事项。',
      basis: null,
    },
  })
  const rate = limit('fine.daily --from 2026-05-06')
  expect([rate.code, rate.out, rate.err]).toEqual([1, '', '“加处罚款”按日计算比例，没有届满日。\n'])
  expect(limit('clue.verify --from 2026-09-21 --extended 2').code).toBe(1)
})

test.each([
  ['', '用法：'],
  ['clue.verify', '起算日应为存在的日期'],
  ['clue.verify --from 2026-02-30', '起算日应为存在的日期'],
  ['clue.verify --from', '选项“--from”后面缺少内容'],
  ['nothing.here --from 2026-09-21', '期限目录中没有“nothing.here”'],
  ['transfer.send --from 2026-09-30', '请写明起算的时刻'],
  ['decision --from 2026-07-10 --extended 2', '请写明决定延长到的日期'],
  ['decision --from 2026-07-10 --suspended 2026-08-14..2026-08-03', '晚于止日'],
  ['decision --from 2026-07-10 --suspended', '起日..止日'],
  ['decision --from 2026-07-10 --until 2026-08-03', '没有“--until”这个选项'],
])('bad arguments are one clear sentence with exit 2: %s', (args, sentence) => {
  const { code, out, err } = limit(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})

test('a batch answers line by line, in order, a bad line in its place', () => {
  const lines = [
    { rule: 'clue.verify', from: '2026-09-21' },
    { rule: 'clue.verify', from: '2026-09-21', extended: true },
    { rule: 'decision', from: '2026-07-10', suspended: [['2026-08-03', '2026-08-14']] },
    { rule: 'decision', from: '2026-07-10', extended: 2, extendedTo: '2026-12-31' },
    { rule: 'decision', from: '2026-07-10', suspended: ['2026-08-03'] },
    { rule: 'tip.tellNamed', from: '2026-05-06' },
    { rule: 'decision', from: '2026-07-10', suspend: [] },
    { rule: 'transfer.send', from: '2026-09-30T17:00' },
  ].map((line) => JSON.stringify(line))
  const { code, out } = limit('-', [...lines, 'not json', '', lines[0]].join('\n'))
  expect(code).toBe(0)
  const told = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(told.map((one) => one.dueOn ?? Object.keys(one).join())).toEqual([
    '2026-10-19',
    '2026-11-09',
    '2026-10-20',
    '2026-12-31',
    'error',
    'error,refusal',
    'error',
    '2026-10-01',
    'error',
    'error',
    '2026-10-19',
  ])
})
