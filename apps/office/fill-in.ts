/**
 * What Chromium 88 lacks and the libraries of this face use. Written as plain assignments to what is missing, so that a newer
 * browser keeps its own.
 */
function fill<T extends object>(target: T, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

function at<T>(this: ArrayLike<T>, place: number): T | undefined {
  const whole = Math.trunc(place) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

fill(Array.prototype, 'at', at)
fill(String.prototype, 'at', at)
fill(Object, 'hasOwn', (holder: object, name: PropertyKey) => Object.hasOwn(holder, name))
