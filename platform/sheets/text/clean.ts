/** C0 and C1 control characters but tab, line feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unclean = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

/** Cell text without control characters, line ends as `\n`. PostgreSQL refuses NUL, and nobody reads the others. */
export function cleanText(text: string): string {
  return unclean.test(text) ? text.replace(controls, '').replace(/\r\n?/g, '\n') : text
}
