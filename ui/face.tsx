import { ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useMemo } from 'react'
import { usePreferences } from './preferences.ts'
import { themeOf } from './theme.ts'
import './look.css'
import './page.css'
import './print.css'

/** What antd says by itself, to readers' ears. */
const texts = {
  zh: { locale: 'zh-cn', global: { close: '关闭', show: '显示', hide: '隐藏' } },
  en: { locale: 'en', global: { close: 'Close', show: 'Show', hide: 'Hide' } },
}

/** Gives everything inside the look, in the size the reader chose. */
export function Face({ children }: { children: ReactNode }) {
  const { elder, language } = usePreferences()
  const theme = useMemo(() => themeOf(elder), [elder])
  useEffect(() => {
    document.documentElement.classList.toggle('elder', elder)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [elder, language])
  return (
    <ConfigProvider theme={theme} locale={texts[language]} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
