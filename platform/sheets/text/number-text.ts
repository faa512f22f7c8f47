import { addDays, plainDate } from '#kernel/time'
import type { NumberFormat } from './number-format.ts'

const secondsPerDay = 86_400
/** 9999-12-31, where Excel's days end. */
const lastSerial = 2_958_465
const from1904 = 1462

/** A number as a person reads it in a cell of this format. */
export function numberText(value: number, format: NumberFormat, date1904: boolean): string {
  switch (format.shows) {
    case 'number':
      return plainNumber(value)
    case 'day':
      return serialDay(value + (date1904 ? from1904 : 0)) ?? plainNumber(value)
    case 'duration':
      return value < 0 ? plainNumber(value) : durationText(Math.round(value * secondsPerDay))
    case 'percent':
      return `${plainNumber(value * 100)}%`
    case 'digits':
      return value < 0 ? plainNumber(value) : plainNumber(Math.round(value)).padStart(format.count, '0')
  }
}

/** Whole numbers with all their digits, others with the 15 that Excel shows; never an exponent. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString()
  if (!Number.isFinite(value)) return ''
  const text = String(Number(value.toPrecision(15)))
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (small) return `${small[1]}0.${'0'.repeat(Number(small[4]) - 1)}${small[2]}${small[3] ?? ''}`
  return text.includes('e') ? plainNumber(Math.round(value)) : text
}

/** `YYYY-MM-DD`, ` HH:mm` behind it where there is a time, `HH:mm` alone below one day; null where Excel knows no such day. */
function serialDay(serial: number): string | null {
  if (!(serial > 0) || serial >= lastSerial + 1) return null
  // Half a second is the most that a binary fraction of a day is off.
  const seconds = Math.round(serial * secondsPerDay)
  const days = Math.floor(seconds / secondsPerDay)
  const minutes = Math.floor((seconds % secondsPerDay) / 60)
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  if (days === 0) return time
  return minutes === 0 ? dayOfSerial(days) : `${dayOfSerial(days)} ${time}`
}

/** Excel counts a 29 February 1900 that never was (serial 60). */
function dayOfSerial(days: number): string {
  if (days === 60) return '1900-02-29'
  return addDays(days < 60 ? before : since, days)
}

const before = plainDate('1899-12-31')
const since = plainDate('1899-12-30')

function durationText(seconds: number): string {
  const rest = seconds % 60
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}${rest ? `:${two(rest)}` : ''}`
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A day as ISO 8601 writes it in a cell (`2026-11-22T14:30:00`), in the form of `numberText`. */
export function isoDayText(text: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
  if (!found) return text
  return found[2] && found[2] !== '00:00' ? `${found[1]} ${found[2]}` : found[1]!
}
