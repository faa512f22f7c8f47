import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FileDrop, Notice, newKey, Page, ProblemNotice, ProgressBar, Section } from '#ui'
import { ImportSteps } from './import-steps.tsx'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

/** The first step of an import: a file is dropped and goes straight to the dry run. */
export default function ImportNew() {
  const say = useSay()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<File | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      return ask('POST /api/patents/imports', { body, key: newKey() })
    },
    onSuccess: (taken) => navigate({ to: '/imports/$id', params: { id: taken.id } as never }),
  })
  const choose = (file: File) => {
    setChosen(file)
    upload.mutate(file)
  }
  return (
    <Page title={say('import.upload.title')} className="page-narrow">
      <ImportSteps at={0} />
      <Notice tone="attention">{say('import.upload.secrecy')}</Notice>
      {upload.error ? <ProblemNotice error={upload.error} {...(chosen ? { onAgain: () => upload.mutate(chosen) } : {})} /> : null}
      {upload.isPending && chosen ? (
        <ProgressBar label={say('import.upload.sending', { name: chosen.name })} done={0} whole={null} />
      ) : (
        <FileDrop
          accept=".xlsx,.xls,.csv,.tsv,.txt,.json,.xml,.zip,.gz"
          help={say('import.upload.help')}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      <Section title={say('import.upload.formats')}>
        <p>{say('import.upload.formats.text')}</p>
      </Section>
    </Page>
  )
}
