import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes (OWASP's floor); about 15 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

export const passwordMatches = (stored: string, password: string): Promise<boolean> => verify(stored, password.normalize('NFKC'))

/** A hash nobody's password has: checking against it takes as long for an unknown account as for a known one. */
export const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$Dh5fk4tbOZQjUGsIhUF0H1n1PWyGRU1wPTWtjHVOtTY'

const alphabets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '#@%+=']

/** A first password that can be read aloud: no letters that look alike, every kind present, fit for the rules. */
export function firstPassword(): string {
  const pick = (from: string) => from[randomInt(from.length)]!
  const chosen = alphabets.map(pick)
  while (chosen.length < 12) chosen.push(pick(alphabets[randomInt(3)]!))
  for (let i = chosen.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[chosen[i], chosen[j]] = [chosen[j]!, chosen[i]!]
  }
  return chosen.join('')
}
