/**
 * What Chromium 88 lacks and the rules use (here the year it came); a newer browser keeps its own. A test holds the built app
 * against the list of what came later.
 */
function fill(name: string, value: unknown): void {
  if (!(name in Array.prototype)) Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
}

// Chromium 92
fill('at', function at<T>(this: ArrayLike<T>, place: number): T | undefined {
  const whole = Math.trunc(place) || 0
  return this[whole < 0 ? this.length + whole : whole]
})

// Chromium 97
fill('findLastIndex', function findLastIndex<T>(this: T[], wanted: (one: T, at: number, all: T[]) => unknown): number {
  for (let at = this.length - 1; at >= 0; at--) if (wanted(this[at]!, at, this)) return at
  return -1
})
fill('findLast', function findLast<T>(this: T[], wanted: (one: T, at: number, all: T[]) => unknown): T | undefined {
  for (let at = this.length - 1; at >= 0; at--) if (wanted(this[at]!, at, this)) return this[at]
  return undefined
})
