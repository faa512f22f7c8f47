import { type DragEvent, useId, useState } from 'react'
import { sizeText } from './format.ts'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'

/** A place to drop one file, or to choose it. */
export function FileDrop({
  accept,
  help,
  chosen,
  onChoose,
}: {
  accept: string
  help: string
  chosen: File | null
  onChoose: (file: File) => void
}) {
  const say = useWords<UiWords>('ui')
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onChoose(file)
  }
  return (
    <div className="file-drop-frame">
      <input
        id={id}
        className="file-input"
        type="file"
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onChoose(file)
          event.target.value = ''
        }}
      />
      <label
        htmlFor={id}
        className={over ? 'file-drop file-drop-over' : 'file-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{chosen ? say('file.chosen', { name: chosen.name, size: sizeText(chosen.size) }) : say('file.drop')}</strong>
        <span>{help}</span>
      </label>
    </div>
  )
}
