import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { needWords, type WordSource } from './words.ts'

/** One line of the menu. */
export interface MenuEntry {
  readonly to: string
  readonly zh: string
  readonly en: string
  /** The heading of the menu it stands under. */
  readonly section: string
  /** Words of which one must be open to the reader; without it everybody sees the line. */
  readonly needs?: readonly string[]
}

/** Something that waits for the reader (待办), with the number of it and the page where it is done. */
export interface Task {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  readonly zh: string
  readonly en: string
  /** What is to be done there, and why, in a sentence. */
  readonly why: { readonly zh: string; readonly en: string }
  readonly count: number
  /** The day by which it must be done, where there is one. */
  readonly dueOn?: string
  /** Stands before the others. */
  readonly urgent?: boolean
}

/** Where tasks are asked for; only of who may one of the words. */
export interface TaskSource {
  readonly needs: readonly string[]
  readonly ask: (may: readonly string[]) => Promise<readonly Task[]>
}

/** What one part of the product puts into a face: its words, menu lines and routes, everything heavy loaded when opened. */
export interface Screens {
  readonly part: string
  readonly words: WordSource
  readonly menu: readonly MenuEntry[]
  /** What waits for the reader; shown on the workbench (工作台). */
  readonly tasks?: readonly TaskSource[]
  readonly routes: (frame: AnyRoute) => readonly AnyRoute[]
}

/** A route whose screen and words are loaded side by side when it is first opened. */
export function screenRoute(
  frame: AnyRoute,
  path: string,
  parts: readonly string[],
  screen: () => Promise<{ readonly default: ComponentType }>,
): AnyRoute {
  return createRoute({
    getParentRoute: () => frame,
    path,
    loader: () => needWords(...parts),
    component: lazyRouteComponent(screen),
  }) as unknown as AnyRoute
}

/** Search parameters are plain text in the address: readable, and the same in a link typed by hand. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function writeSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text ? `?${text}` : ''
}
