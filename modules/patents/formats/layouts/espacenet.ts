import { type Layout, partedBy } from '../layout.ts'

/** Espacenet's CSV: seven lines of preamble, `;` between cells, line breaks within; one row is a family. */
export const espacenet: Layout = {
  format: 'espacenet',
  englishTitles: true,
  // XIAOMI INC [CN]: the country of the person is no part of the name.
  persons: (cell) => partedBy(/[\r\n]+/u)(cell).map((name) => name.replace(/\s*\[[A-Z]{2}\]\s*,?\s*$/u, '')),
  signs: ['earliest priority', 'family number', 'earliest publication'],
  expected: [
    'Title',
    'Inventors',
    'Applicants',
    'Publication number',
    'Earliest priority',
    'IPC',
    'CPC',
    'Publication date',
    'Earliest publication',
    'Family number',
  ],
  columns: {
    publicationNumber: ['Publication number'],
    publishedOn: ['Publication date'],
    title: ['Title'],
    applicants: ['Applicants'],
    inventors: ['Inventors'],
    earliestPriorityOn: ['Earliest priority'],
    ipc: ['IPC'],
    cpc: ['CPC'],
    kept: ['Family number', 'Earliest publication'],
    ignored: ['No', '#'],
  },
}
