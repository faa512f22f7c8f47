import { Button } from 'antd'
import { numberText } from './format.ts'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'

/** The foot of a list: how many rows are shown, and the button for more. */
export function More({ shown, more, busy, onMore }: { shown: number; more: boolean; busy: boolean; onMore: () => void }) {
  const say = useWords<UiWords>('ui')
  return (
    <div className="more">
      <span className="faint">{say('list.shown', { shown: numberText(shown) })}</span>
      {more ? (
        <Button loading={busy} onClick={onMore}>
          {say('list.more')}
        </Button>
      ) : null}
    </div>
  )
}
