import { z } from 'zod'

/**
 * The wire of sign-in, sessions, accounts and roles (登录、人员与权限). See `#contract/patents` for what holds on every route.
 * `open` routes need no session; signing in needs no `X-CSRF-Token`, and its reply brings the token for all later writes.
 */

/** What anybody may see before signing in. */
export const Welcome = z.object({
  productName: z.string(),
  officeName: z.string(),
  /** The day the product works with. */
  today: z.iso.date(),
  /** Whether that is a demonstration day (演示日期). */
  demonstration: z.boolean(),
})
export type Welcome = z.infer<typeof Welcome>

export const SignIn = z.object({ account: z.string().trim().min(1).max(60), password: z.string().min(1).max(128) })
export type SignIn = z.input<typeof SignIn>

/** One role somebody holds (任职授权), at a unit or a place and below, from day to day. */
export const RoleGrant = z.object({
  id: z.string(),
  role: z.string(),
  roleName: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  /** Division code; null = the whole prefecture, or as far as the unit reaches. */
  place: z.string().nullable(),
  placeName: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
})
export type RoleGrant = z.infer<typeof RoleGrant>

export const Session = z.object({
  user: z.object({ id: z.string(), account: z.string(), name: z.string() }),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  roles: z.array(RoleGrant),
  /** Words of the acts and reads open to this person anywhere; menus and buttons follow it. */
  may: z.array(z.string()),
  csrfToken: z.string(),
  mustChangePassword: z.boolean(),
  passwordExpiresOn: z.iso.date().nullable(),
  /** When the session ends without further use. */
  expiresAt: z.iso.datetime({ offset: true }),
  productName: z.string(),
  officeName: z.string(),
  prefecture: z.object({ code: z.string(), name: z.string() }),
  today: z.iso.date(),
  demonstration: z.boolean(),
})
export type Session = z.infer<typeof Session>

/** The rules a new password is held to, as sentences. */
export const PasswordRules = z.object({ sentences: z.array(z.string()) })
export type PasswordRules = z.infer<typeof PasswordRules>

export const ChangePassword = z.object({ current: z.string().min(1).max(128), next: z.string().min(1).max(128) })
export type ChangePassword = z.input<typeof ChangePassword>

export const OpenSession = z.object({
  id: z.string(),
  current: z.boolean(),
  since: z.iso.datetime({ offset: true }),
  lastUsedAt: z.iso.datetime({ offset: true }),
  address: z.string(),
  /** The browser in plain words. */
  browser: z.string(),
})
export type OpenSession = z.infer<typeof OpenSession>

export const UserState = z.enum(['active', 'locked', 'disabled'])
export type UserState = z.infer<typeof UserState>

export const User = z.object({
  id: z.string(),
  version: z.string(),
  account: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  state: UserState,
  /** When a lock by wrong passwords ends by itself. */
  lockedUntil: z.iso.datetime({ offset: true }).nullable(),
  mustChangePassword: z.boolean(),
  lastSignInAt: z.iso.datetime({ offset: true }).nullable(),
  roles: z.array(RoleGrant),
})
export type User = z.infer<typeof User>

export const UsersQuery = z.object({
  query: z.string().max(60).optional(),
  unit: z.string().max(64).optional(),
  state: UserState.optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
})
export type UsersQuery = z.input<typeof UsersQuery>

export const CreateUser = z.object({
  account: z.string().trim().min(2).max(60),
  name: z.string().trim().min(1).max(60),
  unit: z.string().max(64).nullable(),
})
export type CreateUser = z.input<typeof CreateUser>

/** The first password is shown this once and kept nowhere. */
export const FirstPassword = z.object({ user: User, firstPassword: z.string() })
export type FirstPassword = z.infer<typeof FirstPassword>

export const ReasonedChange = z.object({ reason: z.string().trim().min(1).max(500), version: z.string() })
export type ReasonedChange = z.input<typeof ReasonedChange>

export const GrantRole = z.object({
  role: z.string().max(60),
  unit: z.string().max(64).nullable(),
  place: z.string().max(12).nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  version: z.string(),
})
export type GrantRole = z.input<typeof GrantRole>

/** `on` is the last day the role is held. */
export const WithdrawRole = z.object({
  on: z.iso.date(),
  reason: z.string().trim().min(1).max(500),
  version: z.string(),
})
export type WithdrawRole = z.input<typeof WithdrawRole>

export const Role = z.object({
  role: z.string(),
  name: z.string(),
  description: z.string(),
  /** 三员分立: which side the role stands on. */
  side: z.enum(['business', 'admin', 'security', 'audit']),
})
export type Role = z.infer<typeof Role>

/** The permission matrix, printed from code. */
export const RoleMatrix = z.object({
  roles: z.array(Role),
  acts: z.array(
    z.object({
      act: z.string(),
      /** The act as the office calls it. */
      word: z.string(),
      /** The part of the menu it belongs to. */
      part: z.string(),
      /** Empty where the product alone does it (由系统办理). */
      roles: z.array(z.string()),
      /** Whether another person must agree. */
      secondPerson: z.boolean(),
    }),
  ),
})
export type RoleMatrix = z.infer<typeof RoleMatrix>

const id = z.object({ id: z.string().max(64) })

export const identityRoutes = {
  'GET /api/identity/welcome': { summary: '登录页信息', open: true, reply: Welcome },
  'POST /api/identity/session': { summary: '登录', open: true, body: SignIn, reply: Session },
  'GET /api/identity/session': { summary: '当前登录', reply: Session },
  'DELETE /api/identity/session': { summary: '退出登录' },
  'GET /api/identity/password/rules': { summary: '密码规则', reply: PasswordRules },
  'PUT /api/identity/password': { summary: '修改密码', body: ChangePassword, reply: Session },
  'GET /api/identity/sessions': { summary: '我的登录', reply: z.object({ rows: z.array(OpenSession) }) },
  'DELETE /api/identity/sessions/:id': { summary: '结束登录', params: id },

  'GET /api/identity/users': {
    summary: '人员',
    query: UsersQuery,
    reply: z.object({ rows: z.array(User), next: z.string().nullable(), count: z.number().int() }),
  },
  'POST /api/identity/users': { summary: '新增人员', body: CreateUser, reply: FirstPassword },
  'GET /api/identity/users/:id': { summary: '查看人员', params: id, reply: User },
  'POST /api/identity/users/:id/disable': { summary: '停用账号', params: id, body: ReasonedChange, reply: User },
  'POST /api/identity/users/:id/enable': { summary: '启用账号', params: id, body: ReasonedChange, reply: User },
  'POST /api/identity/users/:id/unlock': { summary: '解除锁定', params: id, body: ReasonedChange, reply: User },
  'POST /api/identity/users/:id/password': { summary: '重置密码', params: id, body: ReasonedChange, reply: FirstPassword },
  'POST /api/identity/users/:id/roles': { summary: '授予角色', params: id, body: GrantRole, reply: User },
  'POST /api/identity/users/:id/roles/:grant/withdraw': {
    summary: '收回角色',
    params: id.extend({ grant: z.string().max(64) }),
    body: WithdrawRole,
    reply: User,
  },
  'GET /api/identity/roles': { summary: '角色与权限', reply: RoleMatrix },
} as const
export type IdentityRoutes = typeof identityRoutes
