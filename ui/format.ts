/** 2026-11-22 → 2026年11月22日, for sentences; tables show the day as it is. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** A moment as the office's clocks show it: 2026-11-22 09:05. */
export function momentText(moment: string): string {
  const at = new Date(moment)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** 12345 → 12,345. */
export function numberText(n: number): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Bytes → 3.2 MB. */
export function sizeText(bytes: number): string {
  const steps = ['B', 'KB', 'MB', 'GB', 'TB']
  let step = 0
  let size = bytes
  while (size >= 1000 && step < steps.length - 1) {
    size /= 1024
    step += 1
  }
  return `${size >= 100 || step === 0 ? Math.round(size) : size.toFixed(1)} ${steps[step]}`
}
