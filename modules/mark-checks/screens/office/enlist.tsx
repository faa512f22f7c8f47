import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Notice, newKey, numberText, ProblemNotice, ProgressBar, Section } from '#ui'
import type { MarkList } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

/** 列入待联网核查清单: all rows that the register could not answer, or those chosen; followed while they are made checks. */
export function Enlist({ list, chosen }: { list: MarkList; chosen: readonly number[] }) {
  const say = useSay()
  const questions = useQueryClient()
  const enlist = useMutation({
    mutationFn: (rows: number[] | null) =>
      ask('POST /api/mark-checks/lists/:id/enlist', { params: { id: list.id }, body: { rows }, key: newKey() }),
    onSuccess: (next) => {
      questions.setQueryData(['mark-checks', 'lists', list.id], next)
      void questions.invalidateQueries({ queryKey: ['mark-checks'] })
    },
  })
  const left = list.toLookUp - list.enlisted
  return (
    <Section
      title={say('enlist.title')}
      acts={list.enlisted > 0 ? <Link to="/queues/marks">{say('enlist.to-worklist')}</Link> : null}
    >
      <p>{say('enlist.text', { toLookUp: numberText(list.toLookUp), enlisted: numberText(list.enlisted) })}</p>
      {list.enlistFailure ? <Notice tone="bad">{list.enlistFailure}</Notice> : null}
      {enlist.error ? <ProblemNotice error={enlist.error} /> : null}
      {list.enlisting ? (
        <ProgressBar
          label={say('enlist.running', { count: numberText(list.enlisted) })}
          done={list.enlisted}
          whole={list.enlistTotal}
        />
      ) : left > 0 ? (
        <div className="enlist-acts">
          <Button type="primary" loading={enlist.isPending} onClick={() => enlist.mutate(chosen.length ? [...chosen] : null)}>
            {chosen.length
              ? say('enlist.some', { count: numberText(chosen.length) })
              : say('enlist.all', { count: numberText(left) })}
          </Button>
        </div>
      ) : (
        <p className="faint enlist-acts">{say('enlist.none-left')}</p>
      )}
    </Section>
  )
}
