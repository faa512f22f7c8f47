import type { TaskSource } from '#ui'
import { ask } from './wire.ts'

/** What waits for the reader about people: accounts that lock themselves out. */
export const identityTasks: readonly TaskSource[] = [
  {
    needs: ['identity.unlock-user'],
    ask: async () => {
      const { count } = await ask('GET /api/identity/users', { query: { state: 'locked', limit: 1 } })
      return [
        {
          to: '/users',
          search: { state: 'locked' },
          zh: '账号被锁定',
          en: 'Accounts locked',
          why: {
            zh: '密码连续输错。请核实是否本人操作，再解除锁定。',
            en: 'Too many wrong passwords: make sure who it was, then unlock.',
          },
          count,
        },
      ]
    },
  },
]
