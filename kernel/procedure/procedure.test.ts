import { describe, expect, it } from 'vitest'
import { type Deed, draw, mayDo, nextActs, type Procedure } from './index.ts'

type State = 'drafted' | 'proposed' | 'approved'
type Act = 'propose' | 'return' | 'approve'

/** An invented matter: lending out the office's projector. */
const lending: Procedure<State, Act> = {
  name: '设备借用',
  first: 'drafted',
  states: { drafted: '拟稿', proposed: '待批', approved: '已批' },
  acts: {
    propose: { label: '报批', to: 'proposed' },
    return: { label: '退回', to: 'drafted', notBy: 'propose' },
    approve: { label: '批准', to: 'approved', notBy: 'propose', basis: '内部控制制度' },
  },
  actsByState: { drafted: ['propose'], proposed: ['approve', 'return'], approved: [] },
}
const proposed: Deed<Act>[] = [{ act: 'propose', by: '马' }]

describe('a procedure', () => {
  it('does only what its table has for the state', () => {
    expect(mayDo(lending, 'drafted', { act: 'propose', by: '马' }, [])).toEqual({ done: true, value: { to: ['proposed'] } })
    expect(mayDo(lending, 'approved', { act: 'propose', by: '马' }, proposed)).toMatchObject({
      refusal: { code: 'not-in-this-state' },
    })
  })

  it('refuses the proposer as approver, with the basis, and takes another person', () => {
    expect(mayDo(lending, 'proposed', { act: 'approve', by: '马' }, proposed)).toEqual({
      done: false,
      refusal: { code: 'same-person', act: 'approve', notBy: 'propose', basis: '内部控制制度' },
    })
    expect(mayDo(lending, 'proposed', { act: 'approve', by: '牟' }, proposed).done).toBe(true)
  })

  it('takes a signature on paper only by another hand than the proposer and with its scan', () => {
    const paper = { act: 'approve', by: '牟', signedBy: '局长', scan: 'sha256:00' } as const
    expect(mayDo(lending, 'proposed', paper, proposed).done).toBe(true)
    expect(mayDo(lending, 'proposed', { ...paper, by: '马' }, proposed)).toMatchObject({ refusal: { code: 'same-person' } })
    expect(mayDo(lending, 'proposed', { ...paper, signedBy: '马' }, proposed)).toMatchObject({ refusal: { code: 'same-person' } })
    expect(mayDo(lending, 'proposed', { act: 'approve', by: '牟', signedBy: '局长' }, proposed)).toMatchObject({
      refusal: { code: 'scan-missing' },
    })
  })

  it('counts the last proposal: who proposed long ago may approve another', () => {
    const again: Deed<Act>[] = [...proposed, { act: 'return', by: '牟' }, { act: 'propose', by: '牟' }]
    expect(mayDo(lending, 'proposed', { act: 'approve', by: '马' }, again).done).toBe(true)
  })

  it('tells the buttons, and why one is grey', () => {
    expect(nextActs(lending, 'proposed', '马', proposed).map(({ label, refusal }) => [label, refusal?.code])).toEqual([
      ['批准', 'same-person'],
      ['退回', 'same-person'],
    ])
  })

  it('draws itself', () => {
    expect(draw(lending)).toBe(
      [
        'stateDiagram-v2',
        '  state "拟稿" as s1',
        '  state "待批" as s2',
        '  state "已批" as s3',
        '  [*] --> s1',
        '  s1 --> s2 : 报批',
        '  s2 --> s3 : 批准（非报批人）',
        '  s2 --> s1 : 退回（非报批人）',
        '  s3 --> [*]',
      ].join('\n'),
    )
  })
})
