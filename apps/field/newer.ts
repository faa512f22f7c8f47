import { setState } from './state.ts'

let waiting: ServiceWorker | null = null

/**
 * Registers the service worker, by which the app opens without a network. A newer app is fetched in the background and waits
 * until the officer lets it in; the phone's database stays as it is.
 */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register('/field/sw.js', { updateViaCache: 'none' })
  const look = () => {
    // The first worker of all waits for nothing: there is no older app.
    if (!registration.waiting || !navigator.serviceWorker.controller) return
    waiting = registration.waiting
    setState({ newer: true })
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine) registration.update().catch(() => {})
  })
}

/** Lets the newer app in and opens it. */
export function newerApp(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take-over')
}
