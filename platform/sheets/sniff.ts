import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import type { SheetLimits } from './limits.ts'
import { type OtherKind, UnreadableSheet } from './refusals.ts'
import type { SheetKind, TextEncoding } from './sheet.ts'
import { detectFileEncoding } from './text/encoding.ts'
import { compoundFileNames } from './xls/compound-file.ts'
import { guardZip } from './zip/zip-guard.ts'

export interface Sniffed {
  readonly kind: SheetKind | OtherKind
  readonly encoding: TextEncoding | null
}

const headSize = 64 * 1024

/** What a file is, by its content; the name may say what it likes. Zips are guarded here, before anything else opens them. */
export async function sniff(path: string, limits: SheetLimits): Promise<Sniffed> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw new UnreadableSheet({ code: 'empty-file' })
    const head = Buffer.alloc(Math.min(headSize, size))
    await file.read(head, 0, head.length, 0)
    const binary = await binaryKind(path, file, head, size, limits)
    if (binary) return { kind: binary, encoding: null }
    const encoding = await detectFileEncoding(file)
    const text = new TextDecoder(encoding).decode(head, { stream: true })
    const kind = textKind(text)
    return { kind, encoding: kind === 'unknown' ? null : encoding }
  } finally {
    await file.close()
  }
}

/** Whether the file is gzip, which is unpacked before it is sniffed. */
export async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const magic = Buffer.alloc(3)
    await file.read(magic, 0, 3, 0)
    return startsWith(magic, [0x1f, 0x8b, 0x08])
  } finally {
    await file.close()
  }
}

async function binaryKind(path: string, file: FileHandle, head: Buffer, size: number, limits: SheetLimits) {
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return zipKind(path, limits)
  if (isCompoundFile(head)) {
    const names = await compoundFileNames(file, size)
    if (names === null) throw new UnreadableSheet({ code: 'damaged-file' })
    if (names.has('EncryptedPackage')) throw new UnreadableSheet({ code: 'encrypted' })
    return names.has('Workbook') || names.has('Book') || names.has('WORKBOOK') || names.has('BOOK') ? 'xls' : 'unknown'
  }
  // The record that opens a bare BIFF 2–5 stream, without a compound file around it.
  return head[0] === 0x09 && [0, 2, 4, 8].includes(head[1]!) && head[3] === 0 && head[2]! <= 16 ? 'xls' : null
}

const startsWith = (head: Buffer, magic: readonly number[]) => magic.every((byte, at) => head[at] === byte)
const isCompoundFile = (head: Buffer) => head.length >= 512 && startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

async function zipKind(path: string, limits: SheetLimits): Promise<SheetKind | OtherKind> {
  const { workbook, entries } = await guardZip(path, limits, Math.max(limits.zipEntries, limits.workbookEntries))
  if (workbook && entries > limits.workbookEntries)
    throw new UnreadableSheet({ code: 'bomb', by: 'entries', limit: limits.workbookEntries })
  if (workbook === 'xlsx' || workbook === null) return workbook ?? 'zip'
  throw new UnreadableSheet({ code: 'other-workbook', format: workbook })
}

/** Text is told by how it starts, past blanks and comments; what is no markup and no JSON is a table of separated values. */
function textKind(text: string): SheetKind | OtherKind {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are how binary betrays itself
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  if (controls * 20 > text.length) return 'unknown'
  const start = text.replace(/^(?:[\ufeff\s]|<!--[\s\S]*?-->)+/, '').slice(0, 16_384)
  if (/^(?:\{\s*["}]|\[\s*(?:[[{"\d\]-]|$))/.test(start)) return 'json'
  if (!/^<[!?a-z]/i.test(start)) return 'csv'
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && /<(?:\w+:)?Workbook\b/.test(start)) return 'workbook-xml'
  if (/^<\?xml/i.test(start) && !/<html\b/i.test(start)) return 'xml'
  return /<(?:!doctype\s+html|html|head|meta|body|style|table|tbody|tr|div|center|form)\b/i.test(start) ? 'html' : 'xml'
}
