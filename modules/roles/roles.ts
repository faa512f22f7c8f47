/**
 * The roles of the office (角色). Which acts a role may do is code (each module's permissions.ts);
 * who holds which role where is data (modules/identity).
 */
export type Role =
  | 'director'
  | 'registrar'
  | 'staff'
  | 'county-registrar'
  | 'county-staff'
  | 'system-admin'
  | 'security-admin'
  | 'auditor'

export interface RoleCard {
  readonly name: string
  readonly description: string
  /** 三员分立: the three sides that no one person should hold together, and the business beside them. */
  readonly side: 'business' | 'admin' | 'security' | 'audit'
}

export const roles: Readonly<Record<Role, RoleCard>> = {
  director: { name: '局领导', description: '查看全部台账和操作日志，审批须由领导决定的事项。', side: 'business' },
  registrar: { name: '台账管理员', description: '导入、核定和导出全州台账，处理疑难数据。', side: 'business' },
  staff: { name: '业务人员', description: '查询和导出台账，保存检索。', side: 'business' },
  'county-registrar': { name: '县市台账员', description: '查询台账，核定本县市的数据。', side: 'business' },
  'county-staff': { name: '县市业务人员', description: '查询台账。', side: 'business' },
  'system-admin': { name: '系统管理员', description: '管理机构、人员账号和系统运行，不授予权限。', side: 'admin' },
  'security-admin': {
    name: '安全管理员',
    description: '授予和收回角色，解除账号锁定，批准删除日志明细，不办理业务。',
    side: 'security',
  },
  auditor: { name: '审计管理员', description: '查看和校验操作日志，申请删除日志明细，不办理业务。', side: 'audit' },
}

/** One line per act or read: who may; `everyone` is everybody who is signed in. Where, is asked of the place the holder covers. */
export type Permissions = Readonly<Record<string, readonly Role[] | 'everyone'>>
