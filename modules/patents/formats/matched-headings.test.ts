import { expect, test } from 'vitest'
import { matchedHeadings } from './matched-headings.ts'
import { ownHeadings } from './own-headings.ts'
import { recognise } from './recognise.ts'

test('识别的列以文件自己的表头报出，本系统加的列不算', () => {
  const recognised = recognise([
    '序号',
    '申请号 ',
    '公开(公告)号',
    '公开(公告)日',
    '名称',
    '颁证日',
    '内部备注',
    ownHeadings.reason,
  ])
  if (!recognised.done) throw new Error(recognised.refusal.code)
  expect(matchedHeadings(recognised.value)).toEqual([
    { heading: '申请号', field: 'applicationNumber' },
    { heading: '公开(公告)号', field: 'publications' },
    { heading: '公开(公告)日', field: 'publications' },
    { heading: '名称', field: 'title' },
    { heading: '颁证日', field: '颁证日' },
  ])
  expect(recognised.value.unknownHeadings).toEqual(['内部备注'])
})
