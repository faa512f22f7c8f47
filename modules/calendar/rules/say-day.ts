import { dayOf, monthOf, type PlainDate, weekday, yearOf } from '#kernel/time'

/** 2026年10月19日 */
export const sayDay = (day: PlainDate): string => `${yearOf(day)}年${sayShortDay(day)}`

/** 10月19日 */
export const sayShortDay = (day: PlainDate): string => `${monthOf(day)}月${dayOf(day)}日`

/** 星期一 */
export const sayWeekday = (day: PlainDate): string => `星期${'一二三四五六日'[weekday(day) - 1]}`
