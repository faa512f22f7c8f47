import { done, type Outcome, refuse } from '#kernel/outcome'

/**
 * The rules for passwords (口令规则), after 等保三级 (GB/T 22239-2019 8.1.4.1 身份鉴别: complexity, change at intervals,
 * lock-out). The figures are the office's own settings; these are where they start.
 */
export const passwordPolicy = {
  shortest: 10,
  kinds: 3,
  /** Days until a password must be changed. */
  validDays: 90,
  /** How many earlier ones may not come again. */
  remembered: 5,
  /** Wrong tries until the account is locked, and for how many minutes. */
  tries: 5,
  lockedMinutes: 30,
  /** Minutes without use until a session ends, and hours after which it ends in any case. */
  idleMinutes: 30,
  longestHours: 12,
} as const

export type PasswordRefusal =
  | { readonly code: 'password-too-short'; readonly shortest: number }
  | { readonly code: 'password-too-plain'; readonly kinds: number }
  | { readonly code: 'password-tells-account' }
  | { readonly code: 'password-guessable' }
  | { readonly code: 'password-used-before'; readonly remembered: number }

/** Whether a password is good enough, but for whether it was used before. Counts characters as people do. */
export function acceptablePassword(password: string, account: string): Outcome<void, PasswordRefusal> {
  const { shortest, kinds } = passwordPolicy
  if ([...password].length < shortest) return refuse({ code: 'password-too-short', shortest })
  const present = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u].filter((kind) => kind.test(password)).length
  if (present < kinds) return refuse({ code: 'password-too-plain', kinds })
  const [plain, name] = [password.toLowerCase(), account.toLowerCase()]
  if (name.length >= 3 && (plain.includes(name) || plain.includes([...name].reverse().join(''))))
    return refuse({ code: 'password-tells-account' })
  if (/(.)\1\1\1/u.test(password) || /(0123|1234|2345|3456|4567|5678|6789|abcd|qwer|asdf|zxcv|passw|admin)/iu.test(password)) {
    return refuse({ code: 'password-guessable' })
  }
  return done(undefined)
}

/** The rules as sentences for who must choose a password. */
export function passwordSentences(): string[] {
  const { shortest, kinds, validDays, remembered, tries, lockedMinutes } = passwordPolicy
  return [
    `不少于${shortest}个字符。`,
    `小写字母、大写字母、数字、符号、汉字中至少包含${kinds}类。`,
    '不得包含账号，不得使用连续或者重复的字符（如 1234、aaaa、qwer）。',
    `不得与最近${remembered}次使用过的密码相同。`,
    `每${validDays}日更换一次；连续输错${tries}次，账号锁定${lockedMinutes}分钟。`,
  ]
}
