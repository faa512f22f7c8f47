import { Link } from '@tanstack/react-router'
import { useMay } from '#card/identity'
import { AskOnce, momentText, Notice } from '#ui'
import type { Import } from '../../contract.ts'
import { AccountOf } from './import-account.tsx'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

/** How an import ended: its account, its refused rows, and undoing it as a whole. */
export function ImportResult({
  one,
  onChanged,
  onLatest,
}: {
  one: Import
  onChanged: (next: Import) => void
  onLatest: () => void
}) {
  const say = useSay()
  const mayUndo = useMay('patents.import.undo')
  const mayUpload = useMay('patents.import.upload')
  const links = (
    <>
      <Link to="/patents">{say('import.to-register')}</Link>
      {mayUpload ? <Link to="/imports/new">{say('import.another')}</Link> : null}
    </>
  )
  return (
    <>
      {one.state === 'failed' ? (
        <Notice tone="bad" title={one.failure} acts={links} />
      ) : one.state === 'dropped' ? (
        <Notice acts={links}>{say('import.dropped')}</Notice>
      ) : one.state === 'undone' ? (
        <Notice acts={links}>{say('import.undone', { at: one.undoneAt ? momentText(one.undoneAt) : '' })}</Notice>
      ) : (
        <Notice tone="good" acts={links}>
          {say(one.account && one.account.new + one.account.changed > 0 ? 'import.finished' : 'import.finished.nothing')}
        </Notice>
      )}
      {one.account ? <AccountOf one={one} account={one.account} title={say('import.account')} /> : null}
      {one.state === 'finished' && mayUndo ? (
        <div className="import-undo">
          <AskOnce
            danger
            button={say('import.undo')}
            title={say('import.undo.title', { name: one.fileName })}
            verb={say('import.undo.do')}
            send={(reason, key) =>
              ask('POST /api/patents/imports/:id/undo', { params: { id: one.id }, body: { reason, version: one.version }, key })
            }
            done={onChanged}
            onLatest={onLatest}
          >
            <p>{say('import.undo.text')}</p>
          </AskOnce>
        </div>
      ) : null}
    </>
  )
}
