/** What of Debian the tests use where it is installed. They never install it; .ci/run does. */
import { existsSync } from 'node:fs'

export interface Piece {
  /** Debian's package. */
  readonly name: string
  readonly file: string
  /** What is not tested without it. */
  readonly without: string
}

export const pieces: readonly Piece[] = [
  {
    name: 'postgresql-15',
    file: '/usr/lib/postgresql/15/bin/postgres',
    without: 'migrations, search, trail and restore on PostgreSQL 15',
  },
  { name: 'chromium', file: '/usr/bin/chromium', without: 'pages in Debian’s Chromium; the browser from npm stands in' },
  {
    name: 'fonts-noto-cjk',
    file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    without: 'pictures of pages with Chinese text',
  },
  { name: 'libreoffice-calc', file: '/usr/bin/soffice', without: 'written workbooks opened by LibreOffice' },
]

export const missing = (): readonly Piece[] => pieces.filter((piece) => !existsSync(piece.file))
