import { useEffect, useState } from 'react'
import { dropPhoto, keepPhoto, photosOf, UnreadablePhoto } from '../queue/photos.ts'

/** 拍照: the photos of one check, each to be looked at and taken away. */
export function Photos({ ids, change }: { ids: readonly string[]; change: (ids: readonly string[]) => void }) {
  const [shown, setShown] = useState<readonly { readonly id: string; readonly address: string }[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const [taking, setTaking] = useState(false)
  useEffect(() => {
    let addresses: string[] = []
    let left = false
    void photosOf(ids).then((photos) => {
      if (left) return
      const seen = photos.map(({ id, picture }) => ({ id, address: URL.createObjectURL(picture) }))
      addresses = seen.map(({ address }) => address)
      setShown(seen)
    })
    return () => {
      left = true
      for (const address of addresses) URL.revokeObjectURL(address)
    }
  }, [ids])
  const take = async (files: readonly File[]) => {
    setTrouble(null)
    setTaking(true)
    const added: string[] = []
    try {
      for (const file of files) added.push((await keepPhoto(file)).id)
    } catch (error) {
      if (error instanceof UnreadablePhoto) setTrouble('这张照片无法读取，请重新拍摄。')
      else if ((error as { name?: string }).name === 'QuotaExceededError')
        setTrouble('手机存储空间不足，照片没有保存。请清理空间后重新拍摄。')
      else throw error
    } finally {
      setTaking(false)
      if (added.length > 0) change([...ids, ...added])
    }
  }
  return (
    <section className="photos" aria-label="照片">
      {shown.map(({ id, address }, at) => (
        <figure key={id}>
          <img src={address} alt={`第${at + 1}张照片`} />
          <button
            type="button"
            aria-label={`删除第${at + 1}张照片`}
            onClick={() => {
              change(ids.filter((one) => one !== id))
              void dropPhoto(id)
            }}
          >
            ✕
          </button>
        </figure>
      ))}
      <label className="side-button photo-button">
        {taking ? '正在处理照片…' : shown.length > 0 ? '再拍一张' : '拍照'}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          disabled={taking}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            void take(files)
          }}
        />
      </label>
      {trouble ? (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      ) : null}
    </section>
  )
}
