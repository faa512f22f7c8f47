import type { UiWords } from './zh.ts'

const en: Record<keyof UiWords, string> = {
  'notice.reference': 'Request {{id}}',
  'notice.changes': 'Since you opened this page somebody else changed:',
  'notice.latest': 'Show the latest',
  'notice.again': 'Try again',
  'form.errors': '{{count}} entries need correcting:',
  'form.optional': 'optional',
  'form.draft': 'What you had entered last time has been restored.',
  'form.draft.drop': 'Discard draft',
  'form.leave.title': 'This page has not been submitted',
  'form.leave.text': 'What you entered stays on this computer as a draft and can be continued later.',
  'form.leave.text.secret': 'Passwords are not kept and must be entered again.',
  'form.leave.go': 'Leave',
  'form.leave.stay': 'Continue',
  'form.day.hint': 'As 2026-11-22',
  'form.reason': 'Reason',
  'form.reason.missing': 'Please give a reason; it is kept in the trail.',
  'ask.cancel': 'Cancel',
  loading: 'Loading…',
  'list.more': 'Show more',
  'list.shown': '{{shown}} shown',
  'list.columns': 'Columns',
  'list.columns.reset': 'Defaults',
  'file.drop': 'Drop a file here, or click to choose one',
  'file.chosen': 'Chosen: {{name}} ({{size}})',
}
export default en
