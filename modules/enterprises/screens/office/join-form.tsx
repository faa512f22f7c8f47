import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Answer, Form, LongField, PickField, useForm } from '#ui'
import type { Holder } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

/** Finds another holder by any of its spellings and joins it into this one. */
export function JoinForm({ holder, done, onLatest }: { holder: Holder; done: (next: Holder) => void; onLatest: () => void }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  const form = useForm({
    start: { other: '', reason: '' },
    check: ({ other, reason }) => ({
      ...(other ? {} : { other: say('join.wrong.other') }),
      ...(reason.trim() ? {} : { reason: say('join.wrong.reason') }),
    }),
    send: async ({ other, reason }, key) => {
      const { version: otherVersion } = await ask('GET /api/enterprises/holders/:id', { params: { id: other } })
      return ask('POST /api/enterprises/holders/:id/join', {
        params: { id: holder.id },
        body: { other, otherVersion, reason: reason.trim(), version: holder.version },
        key,
      })
    },
    done,
  })
  const found = useQuery({
    queryKey: ['enterprises', 'holders', 'to-join', query],
    queryFn: () => ask('GET /api/enterprises/holders', { query: { query, limit: 20 } }),
    enabled: query !== '',
  })
  const find = () => setQuery(typed.trim())
  return (
    <>
      <p className="faint">{say('join.text')}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <Input
          type="search"
          aria-label={say('join.query')}
          placeholder={say('join.query')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit">{say('join.find')}</Button>
      </form>
      {query === '' ? null : (
        <Answer to={found}>
          {({ rows }) => {
            const others = rows.filter((row) => row.id !== holder.id)
            return others.length ? (
              <Form form={form} submit={say('join.submit')} onLatest={onLatest}>
                <PickField
                  name="other"
                  label={say('join.other')}
                  options={others.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <LongField name="reason" label={say('join.reason')} rows={2} />
              </Form>
            ) : (
              <p>{say('join.none')}</p>
            )
          }}
        </Answer>
      )}
    </>
  )
}
