import { useEffect, useState } from 'react'
import type { PlainDate } from '#kernel/time'
import { MarkCheck, type MarkCheckProps, type MarkTable } from '../../../modules/patents/screens/field/index.tsx'
import { registerFor } from '../carried/look-up.ts'
import { keep, kept } from '../kept.ts'
import { enqueue } from '../queue/queue.ts'
import { upload } from '../queue/upload.ts'
import { useField } from '../state.ts'
import { Photos } from './photos.tsx'

const record: MarkCheckProps['record'] = async (deed) => {
  await enqueue({ word: 'mark-checks.check', ...deed })
  void upload()
}

/** 核验标识, with what this phone carries. */
export function Check() {
  const { today, list } = useField()
  const [opened, setOpened] = useState<{ readonly draft: unknown; readonly table: MarkTable | undefined } | null>(null)
  useEffect(() => {
    void Promise.all([kept('draft'), kept('table')]).then(([draft, table]) =>
      setOpened({ draft, table: table as MarkTable | undefined }),
    )
  }, [])
  if (!opened || !today) return null
  if (!opened.table)
    return <p className="notice attention">本机还没有核验规则，请联网后打开一次现场端，自动获取后即可离线使用。</p>
  return (
    <MarkCheck
      kept={opened.draft}
      keep={(draft) => void keep('draft', draft)}
      today={today as PlainDate}
      asOf={list?.asOf ?? null}
      table={opened.table}
      registerFor={registerFor}
      photos={(ids, change) => <Photos ids={ids} change={change} />}
      record={record}
    />
  )
}
