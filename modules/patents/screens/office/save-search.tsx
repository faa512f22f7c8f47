import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Form, Notice, TextField, useForm } from '#ui'
import type { SavedSearch, SearchFilter } from '../../contract.ts'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

/** Keeps the search under a name, with the rows it finds today as the basis of later comparisons. */
export function SaveSearch({ filter }: { filter: SearchFilter }) {
  const say = useSay()
  const questions = useQueryClient()
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState<SavedSearch | null>(null)
  const close = () => {
    setOpen(false)
    setSaved(null)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('search.save')}</Button>
      <Modal open={open} title={say('search.save')} footer={null} destroyOnHidden onCancel={close}>
        {saved ? (
          <Notice tone="good">{say('search.save.done', { name: saved.name })}</Notice>
        ) : (
          <NameForm
            filter={filter}
            done={(search) => {
              setSaved(search)
              void questions.invalidateQueries({ queryKey: ['patents', 'searches'] })
            }}
          />
        )}
      </Modal>
    </>
  )
}

function NameForm({ filter, done }: { filter: SearchFilter; done: (search: SavedSearch) => void }) {
  const say = useSay()
  const form = useForm({
    start: { name: '' },
    check: ({ name }) => (name.trim() ? {} : { name: say('search.save.name.missing') }),
    send: ({ name }, key) => ask('POST /api/patents/searches', { body: { name: name.trim(), filter }, key }),
    done,
  })
  return (
    <Form form={form} submit={say('search.save.do')}>
      <TextField name="name" label={say('search.save.name')} help={say('search.save.name.help')} maxLength={60} autoFocus />
    </Form>
  )
}
