import { dayOf, monthOf, type PlainDate, yearOf } from '#kernel/time'
import type { View } from './view.ts'

/** A day in a sentence: 2026年11月22日, or as it stands in English. */
export const dayInWords = (day: PlainDate, { language }: Pick<View, 'language'>): string =>
  language === 'en' ? day : `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日`
