import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A boxed table, as printed forms have them. Where it is wider than its place it scrolls, by keyboard too. */
export function BoxedTable({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const frame = useRef<HTMLElement>(null)
  const [wider, setWider] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth))
    measure.observe(element)
    return () => measure.disconnect()
  }, [])
  return (
    <section ref={frame} className="boxed-frame" aria-label={label} {...(wider ? { tabIndex: 0 } : {})}>
      <table className={className ? `boxed ${className}` : 'boxed'}>
        <caption className="unseen">{label}</caption>
        {children}
      </table>
    </section>
  )
}
