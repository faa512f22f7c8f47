import { changeLanguage, setPreferences, usePreferences, useWords } from '#ui'
import type { OfficeWords } from './zh.ts'

/** 长辈版 and 中/EN, on every page and before signing in. */
export function Switches() {
  const say = useWords<OfficeWords>('office')
  const { language, elder } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <button type="button" onClick={() => setPreferences({ elder: !elder })}>
        {say(elder ? 'bar.elder.off' : 'bar.elder')}
      </button>
      <button
        type="button"
        lang={other}
        onClick={() => {
          void changeLanguage(other).then(() => setPreferences({ language: other }))
        }}
      >
        {language === 'zh' ? 'EN' : '中文'}
      </button>
    </>
  )
}
