/** Why the database cannot be opened, changed, copied or restored. The sentences stand in words.ts. */
export type DatabaseRefusal =
  // finding and running the programs
  | { code: 'no-postgres-programs'; platform: string; directory?: string }
  | { code: 'postgres-programs-do-not-run'; directory: string; reason: string }
  | { code: 'postgres-too-old'; major: number; oldest: number }
  // the data folder
  | { code: 'data-of-other-major'; found: number; programs: number; directory: string }
  | { code: 'data-damaged'; directory: string }
  | { code: 'no-access'; path: string; user: string }
  | { code: 'no-folder'; path: string }
  | { code: 'folder-closed-to-server'; path: string; user: string }
  | { code: 'disk-full'; path: string; freeBytes: number; neededBytes: number }
  | { code: 'keys-missing'; path: string }
  | { code: 'keys-wrong'; path: string }
  // the account the server runs under
  | { code: 'no-passwd-entry'; uid: number }
  | { code: 'no-server-account'; tried: readonly string[] }
  // starting
  | { code: 'new-database-failed'; reason: string }
  | { code: 'server-did-not-start'; reason: string; log: string }
  | { code: 'server-does-not-answer'; reason: string }
  | { code: 'another-start-hangs'; path: string; pid: number }
  // a server of one's own
  | { code: 'bad-database-url'; name: string }
  | { code: 'database-unreachable'; where: string; reason: string }
  | { code: 'database-not-utf8'; encoding: string }
  // migrations
  | { code: 'migration-changed'; name: string }
  | { code: 'migration-missing'; name: string }
  | { code: 'migration-failed'; name: string; reason: string }
  | { code: 'role-missing'; role: string }
  // backups
  | { code: 'backup-needs-embedded' }
  | { code: 'target-not-empty'; path: string }
  | { code: 'not-a-backup'; path: string }
  | { code: 'backup-of-other-kind'; path: string; kind: 'physical' | 'logical' }
  | { code: 'backup-damaged'; path: string; files: readonly string[]; count: number }
  | { code: 'import-over-rows'; table: string }
  | { code: 'import-other-schema'; here: readonly string[]; there: readonly string[] }
