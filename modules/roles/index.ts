export { type Permissions, type Role, type RoleCard, roles } from './roles.ts'
