import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { markRows } from '../../database/reference/marks.ts'

test('docs/law/marks.md 与判定规则一致', () => {
  const page = readFileSync(new URL('../../docs/law/marks.md', import.meta.url), 'utf8').replace(/ +/g, ' ')
  const missing = markRows().flatMap(({ id, body, basis }) => {
    const line = page.split('\n').find((one) => one.includes(`\`${id}\``) && one.startsWith(`| ${body.order} |`))
    const told = line && [body.step, body.when, body.outcome, body.clauseOf ?? '–', basis].every((word) => line.includes(word))
    return told ? [] : [id]
  })
  expect(missing).toEqual([])
})
