import type { Permissions } from '#modules/roles'

export const identityPermissions: Permissions = {
  'identity.sign-in': 'everyone',
  'identity.end-session': 'everyone',
  'identity.change-password': 'everyone',
  'identity.see': ['director', 'system-admin', 'security-admin', 'auditor'],
  'identity.first-person': [],
  'identity.set-combining': [],
  'identity.create-user': ['system-admin'],
  'identity.disable-user': ['system-admin'],
  'identity.enable-user': ['system-admin'],
  'identity.reset-password': ['system-admin'],
  'identity.unlock-user': ['security-admin'],
  'identity.grant-role': ['security-admin'],
  'identity.withdraw-role': ['security-admin'],
}
