import type { PlainDate } from '#kernel/time'
import { applicationBody, publicationKey } from '../numbers.ts'
import { caseFacts } from './case-facts.ts'
import { findCase, type MarkCase } from './find-case.ts'
import { fillSentence, rowOn } from './mark-table.ts'
import { type MarkedNumber, type ReadMark, readMark } from './read-mark.ts'
import type { AskedMark, CheckedMark, MarkAnswer, MarkOutcome, MarkRegister, MarkTable, RegisterEntry } from './types.ts'

/**
 * Checks a mark on goods (专利标识核验): what is printed, read and looked up, answered in the decision order of the table, with
 * the article of the day of the act (J1 that of the day the goods were made, J2 of the day they were seen; 专利法实施细则 第一百零一条
 * since 2024-01-20, 第八十四条 of the 2010 text before). Of several numbers each is answered, and the gravest stands for the mark.
 * For officers only: the public is answered by `publicAnswer`.
 */
export function checkMark(asked: AskedMark, register: MarkRegister, table: MarkTable): CheckedMark {
  const mark = readMark(asked.text)
  if (mark.numbers.length === 0) return withoutNumber(asked, mark, table)
  const each = mark.numbers.map((number) => answerFor(asked, mark, number, register, table))
  if (each.length === 1) return { ...each[0]!, each }
  const gravest = each.reduce((a, b) => (gravity.indexOf(b.outcome) < gravity.indexOf(a.outcome) ? b : a))
  const sentence = each.map((one, at) => `（${at + 1}）${one.canonical ?? mark.numbers[at]!.printed}：${one.sentence}`).join('')
  return { ...gravest, sentence: `标识中有${each.length}个号码，逐一核验如下。${sentence}`, each }
}

const gravity: readonly MarkOutcome[] = [
  'J4',
  'J5',
  'J1c',
  'J1b',
  'J1a',
  'J2',
  'J3',
  'refer-to-infringement',
  'needs-verification',
  'not-in-register',
  'irregular-mark',
  'ok',
]

/** The key under which a register knows a number; null where it identifies nothing. */
export function markKey(number: MarkedNumber): string | null {
  const { kind, canonical } = number.reading
  if (canonical === null) return null
  return kind === 'publication-number' ? publicationKey(canonical) : applicationBody(canonical)
}

/** The keys that a mark's numbers have in a register: what a database is asked for before the rule runs. */
export function keysOfMark(text: string): string[] {
  return readMark(text).numbers.flatMap((number) => markKey(number) ?? [])
}

function answerFor(asked: AskedMark, mark: ReadMark, number: MarkedNumber, register: MarkRegister, table: MarkTable) {
  const look = (one: MarkedNumber): RegisterEntry | null => {
    const key = markKey(one)
    return key === null ? null : register(key)
  }
  const found = findCase(asked, mark, number, look)
  return answerBy(asked, number, found, table)
}

function answerBy(
  asked: AskedMark,
  number: MarkedNumber,
  found: MarkCase,
  table: MarkTable,
): MarkAnswer & { readonly row: string } {
  const facts = caseFacts(asked, number, found)
  const behind = found.behind === null ? null : rowOn(table, found.behind, dayOfAct(asked, 'made'))
  const why: Record<string, string> = behind === null ? {} : { why: fillSentence(behind.body.sentence, facts) }
  return {
    canonical: number.reading.canonical,
    right: number.reading.right ?? found.entry?.right ?? null,
    checkDigit: number.reading.checkDigit,
    ...said(asked, found.row, { ...facts, ...why }, table),
  }
}

function said(asked: AskedMark, id: string, facts: Readonly<Record<string, string>>, table: MarkTable) {
  const { clauseOf } = rowOn(table, id, null).body
  const row = rowOn(table, id, dayOfAct(asked, clauseOf ?? 'made'))
  return {
    outcome: row.body.outcome,
    clause: clauseOf === null ? null : row.basis,
    sentence: fillSentence(row.body.sentence, facts),
    next: fillSentence(row.body.next, facts),
    row: id,
  }
}

function dayOfAct({ madeOn, seenOn, today }: AskedMark, which: 'made' | 'seen'): PlainDate | null {
  return (which === 'made' ? (madeOn ?? seenOn ?? today) : (seenOn ?? today ?? madeOn)) ?? null
}

/** A mark in which no number can be read: words that claim a patent, or nothing. */
function withoutNumber(asked: AskedMark, mark: ReadMark, table: MarkTable): CheckedMark {
  const row =
    asked.found !== undefined
      ? `officer-${asked.found.toLowerCase()}`
      : mark.claims === 'patent'
        ? 'words-only'
        : mark.claims === 'application'
          ? 'application-words-only'
          : 'illegible'
  const printed = asked.text.trim().replace(/\s+/g, ' ').slice(0, 60)
  const answer = { canonical: null, right: mark.kind, checkDigit: null, ...said(asked, row, { printed }, table) }
  return { ...answer, each: [answer] }
}
