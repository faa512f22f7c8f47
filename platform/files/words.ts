export type FileRefusal =
  | { readonly code: 'too-large'; readonly limit: number }
  | { readonly code: 'empty' }
  | { readonly code: 'disk-full'; readonly free: number }
  | { readonly code: 'uploads-used-up'; readonly perDay: number; readonly used: number }
  | { readonly code: 'scan-refused' }
  | { readonly code: 'scan-failed' }

/** 1.5 吉字节, 300 兆字节. */
function sizeInWords(bytes: unknown): string {
  const gigabytes = Number(bytes) / 1024 ** 3
  return gigabytes >= 1 ? `${Math.floor(gigabytes * 10) / 10}吉字节` : `${Math.floor(gigabytes * 1024)}兆字节`
}

type Facts = Readonly<Record<string, unknown>>

export const fileWords = {
  'too-large': ({ limit }: Facts) => `文件超过${sizeInWords(limit)}的上限，请拆分后分次上传。`,
  empty: () => '文件是空的，请确认选择的文件是否正确。',
  'disk-full': ({ free }: Facts) =>
    `服务器磁盘空间不足（剩余${sizeInWords(free)}），文件没有保存。请联系系统管理员清理或者扩容后再上传。`,
  'uploads-used-up': ({ perDay, used }: Facts) =>
    `每人每天最多上传${sizeInWords(perDay)}，您今天已上传${sizeInWords(used)}，本文件没有保存。请明天再上传，或者联系系统管理员。`,
  'scan-refused': () => '文件没有通过安全检查，可能带有病毒，没有保存。请用杀毒软件检查文件来源，确认无误后重新上传。',
  'scan-failed': () => '安全检查程序没有正常运行，暂时不能上传文件。请联系系统管理员检查设置。',
} as const
