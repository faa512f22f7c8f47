/** Milliseconds of many runs. */
export class Times {
  readonly #times: number[] = []

  add(milliseconds: number): void {
    this.#times.push(milliseconds)
  }

  async of<T>(run: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const answer = await run()
    this.add(performance.now() - start)
    return answer
  }

  /** The time within which this share of the runs was done. */
  within(share: number): number {
    const ordered = this.#times.toSorted((a, b) => a - b)
    return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN
  }

  /** `p50 / p95`. */
  toString(): string {
    return `${this.within(0.5).toFixed(1)} / ${this.within(0.95).toFixed(1)}`
  }
}

/** Rows of cells as a Markdown table. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n')
}
