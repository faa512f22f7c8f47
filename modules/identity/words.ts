import { passwordPolicy } from './rules/password.ts'

type Facts = Readonly<Record<string, unknown>>

/** Refusals of this module → sentences. */
export const identityWords = {
  'password-wrong': ({ left }: Facts) =>
    typeof left === 'number' && left <= 3
      ? `账号或者密码不正确，再输错${left}次账号将被锁定。`
      : '账号或者密码不正确，请核对后重新输入。',
  'account-locked': ({ until }: Facts) => `密码连续输错，账号已锁定至${String(until)}。请稍后再试，或者联系安全管理员解除锁定。`,
  'account-disabled': () => '该账号已停用。如需使用，请联系系统管理员。',
  'must-change-password': () => '首次登录或者密码已到期，请先修改密码。',
  'password-too-short': ({ shortest }: Facts) => `新密码过短，请使用不少于${String(shortest)}个字符。`,
  'password-too-plain': ({ kinds }: Facts) => `新密码过于简单，请至少包含大小写字母、数字、符号、汉字中的${String(kinds)}类。`,
  'password-tells-account': () => '新密码中包含账号，容易被猜出，请更换。',
  'password-guessable': () => '新密码含有连续或者重复的字符，容易被猜出，请更换。',
  'password-used-before': () => `新密码与最近${passwordPolicy.remembered}次使用过的密码相同，请更换。`,
  'current-password-wrong': () => '原密码不正确，请重新输入。',
  'account-taken': ({ account }: Facts) => `账号“${String(account)}”已被使用，请换一个账号。`,
  'user-unknown': () => '没有找到该人员，请刷新人员列表后再办理。',
  'already-so': () => '该账号已处于所选状态，无需重复办理。',
  'role-unknown': () => '所选角色不存在，请刷新页面后重新选择。',
  'grant-unknown': () => '没有找到该项角色授权，可能已被收回。',
  'own-roles': () => '不能给自己授予或者收回角色，请由另一名安全管理员办理。',
  'own-account': () => '不能停用自己的账号或者重置自己的密码。',
  'roles-apart': ({ combined }: Facts) =>
    `授予后该人员将同时担任${(combined as string[]).join('、')}，不符合系统管理、安全管理、审计管理分设的要求。确因人员不足需要兼任的，请先由管理员在服务器上执行“zhizhou user combine on”。`,
  'days-reversed': () => '截止日期早于起始日期，请修改。',
  'session-unknown': () => '该登录已经结束。',
} as const
