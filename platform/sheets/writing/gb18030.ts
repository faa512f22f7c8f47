/** Code points of the private area that GB18030-2022 gave real ones (竖排标点 and eight characters); its bytes stay theirs. */
const formerlyPrivate: readonly (readonly [codePoint: number, bytes: number])[] = [
  [0xe78d, 0xa6d9],
  [0xe78e, 0xa6da],
  [0xe78f, 0xa6db],
  [0xe790, 0xa6dc],
  [0xe791, 0xa6dd],
  [0xe792, 0xa6de],
  [0xe793, 0xa6df],
  [0xe794, 0xa6ec],
  [0xe795, 0xa6ed],
  [0xe796, 0xa6f3],
  [0xe81e, 0xfe59],
  [0xe826, 0xfe61],
  [0xe82b, 0xfe66],
  [0xe82c, 0xfe67],
  [0xe832, 0xfe6d],
  [0xe843, 0xfe7e],
  [0xe854, 0xfe90],
  [0xe864, 0xfea0],
]

/** U+FFFD, for the one code point (U+E5E5) that has no bytes. */
const replacement = 0x8431a437
const fourByteCount = 39_420
/** Where U+10000 stands among the four-byte codes. */
const beyondPlane0 = 189_000

let table: Uint32Array | null = null

/**
 * Text in GB18030-2022. Node decodes it but cannot encode, so the decoder is asked once for every two-byte code and every
 * four-byte code of the first plane, and the answers are turned round; the other planes are counted through.
 */
export function encodeGb18030(text: string): Buffer {
  table ??= reversed()
  const bytes = Buffer.allocUnsafe(text.length * 4)
  let at = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      bytes[at++] = unit
      continue
    }
    let code = table[unit]!
    const next = text.charCodeAt(index + 1)
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      code = fourBytes(beyondPlane0 + (unit - 0xd800) * 1024 + (next - 0xdc00))
      index++
    }
    at = code > 0xffff ? bytes.writeUInt32BE(code, at) : bytes.writeUInt16BE(code, at)
  }
  return bytes.subarray(0, at)
}

function reversed(): Uint32Array {
  const codes = new Uint32Array(0x10000).fill(replacement)
  const decoder = new TextDecoder('gb18030')
  const pair = Buffer.alloc(4)
  // Four-byte codes first, so that where both stand for a character the short one stays.
  for (let pointer = 0; pointer < fourByteCount; pointer++) {
    const code = fourBytes(pointer)
    pair.writeUInt32BE(code)
    codes[decoder.decode(pair).charCodeAt(0)] = code
  }
  const short = pair.subarray(0, 2)
  // Downwards, since of two codes for one character (A1A1 and A3A0 for the wide blank) the lower is meant.
  for (let lead = 0xfe; lead >= 0x81; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      if (trail === 0x7f) continue
      short.writeUInt16BE(lead * 256 + trail)
      codes[decoder.decode(short).charCodeAt(0)] = lead * 256 + trail
    }
  }
  for (const [codePoint, code] of formerlyPrivate) codes[codePoint] = code
  return codes
}

function fourBytes(pointer: number): number {
  const fourth = 0x30 + (pointer % 10)
  const third = 0x81 + (Math.floor(pointer / 10) % 126)
  const second = 0x30 + (Math.floor(pointer / 1260) % 10)
  const first = 0x81 + Math.floor(pointer / 12_600)
  return first * 0x1000000 + second * 0x10000 + third * 0x100 + fourth
}
