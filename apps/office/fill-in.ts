/**
 * What Chromium 88 lacks and this face uses (here the year it came); a newer browser keeps its own.
 * `newer-than-88.ts` beside the tests names them and is held against the build.
 */
function fill(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

// Chromium 92
fill(Array.prototype, 'at', function at<T>(this: ArrayLike<T>, place: number): T | undefined {
  const whole = Math.trunc(place) || 0
  return this[whole < 0 ? this.length + whole : whole]
})

// Chromium 111. A surrogate without its partner becomes the replacement character.
const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
fill(String.prototype, 'isWellFormed', function isWellFormed(this: string): boolean {
  return String(this).search(lone) < 0
})
fill(String.prototype, 'toWellFormed', function toWellFormed(this: string): string {
  return String(this).replace(lone, '\uFFFD')
})
