import './fill-in.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { registerWorker } from './newer.ts'
import { run } from './run.ts'
import { App } from './screens/app.tsx'
import './field.css'

createRoot(document.getElementById('field') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
void run()
void registerWorker()
