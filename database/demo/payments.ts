import { addDays, addMonths, addYears, type PlainDate, weekday } from '#kernel/time'
import type { Chance } from './chance.ts'
import { demoDay, type Life } from './lives.ts'
import type { DemoPayment, DemoRight } from './patent.ts'

/** Annuities in yuan up to and with a patent year (专利收费标准, 2001 on). */
const fees: Readonly<Record<DemoRight, readonly (readonly [number, number])[]>> = {
  invention: [
    [3, 900],
    [6, 1200],
    [9, 2000],
    [12, 4000],
    [15, 6000],
    [20, 8000],
  ],
  'utility-model': [
    [3, 600],
    [5, 900],
    [8, 1200],
    [10, 2000],
  ],
  design: [
    [3, 600],
    [5, 900],
    [8, 1200],
    [10, 2000],
  ],
}

/** The patent year in which a day lies: the first begins with the filing day. */
function patentYear(filedOn: PlainDate, on: PlainDate): number {
  let year = 1
  while (addYears(filedOn, year) <= on) year++
  return year
}

/**
 * What was paid for a granted right up to the demonstration day: the year of grant with the grant, every later one before its due day
 * or, now and then, within the months of grace with its late fee; none for the year that let the right lapse.
 */
export function paymentsOf(life: Life, right: DemoRight, reduced: boolean, luck: Chance): DemoPayment[] {
  const { filedOn, grantedOn, endedOn, status } = life
  if (grantedOn === undefined) return []
  const first = patentYear(filedOn, grantedOn)
  const paid = [payment(first, addDays(grantedOn, -30), right, reduced, first, 0)]
  for (let year = first + 1; ; year++) {
    const due = addYears(filedOn, year - 1)
    const unpaid = status === 'in-grace' && addYears(due, 1) > demoDay
    if (due > demoDay || unpaid || (endedOn !== undefined && due >= endedOn)) break
    const months = luck.happens(8) ? 1 + luck.below(5) : 0
    const late = months > 0 && addMonths(due, months) < (endedOn ?? demoDay)
    const on = late ? addDays(addMonths(due, months), -luck.below(20)) : addDays(due, -luck.below(60))
    paid.push(payment(year, on, right, reduced, first, late ? months : 0))
  }
  return paid.filter(({ on }) => on <= demoDay)
}

function payment(year: number, on: PlainDate, right: DemoRight, reduced: boolean, first: number, months: number): DemoPayment {
  const full = fees[right].find(([last]) => year <= last)![1]
  // 85 % off since September 2016, for six years from the grant, since August 2018 for ten.
  const covered = reduced && on >= '2016-09-01' && year < first + (on < '2018-08-01' ? 6 : 10)
  // The first month is free, each further one costs five in a hundred of the full fee.
  const lateFee = (full * 5 * Math.max(months - 1, 0)) / 100
  return { year, on: atWork(on), amount: (covered ? (full * 15) / 100 : full) + lateFee }
}

const atWork = (on: PlainDate): PlainDate => addDays(on, Math.min(0, 5 - weekday(on)))
