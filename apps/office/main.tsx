import './fill-in.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Face, startWords } from '#ui'
import { questions } from './questions.ts'
import { router } from './router.tsx'

void startWords().then(() => {
  createRoot(document.getElementById('office') as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={questions}>
        <Face>
          <RouterProvider router={router} />
        </Face>
      </QueryClientProvider>
    </StrictMode>,
  )
})
