/** How far something slow has come; without a known whole it only says that it goes on. */
export function ProgressBar({ label, done, whole }: { label: string; done: number; whole: number | null }) {
  return (
    <div className="progress">
      <progress aria-label={label} {...(whole ? { value: Math.min(done, whole), max: whole } : {})} />
      <span className="progress-text" role="status">
        {label}
      </span>
    </div>
  )
}

/** Where in a row of steps one stands. */
export function Steps({ steps, at, label }: { steps: readonly string[]; at: number; label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, place) => (
        <li
          key={step}
          className={place < at ? 'step-done' : place === at ? 'step-now' : ''}
          aria-current={place === at ? 'step' : undefined}
        >
          <span className="step-number" aria-hidden="true">
            {place < at ? '✓' : place + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  )
}
