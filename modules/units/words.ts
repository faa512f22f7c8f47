/** Refusals of this module → sentences. */
export const unitWords = {
  'unit-unknown': () => '没有找到该机构，可能已被他人调整。请刷新机构列表后再办理。',
  'unit-closed': () => '该机构已撤销，不能再办理此项变更。',
  'parent-closed': () => '上级机构已撤销，不能在其下新设机构。',
  'has-open-parts': ({ parts }: { parts?: unknown }) =>
    `该机构下还有未撤销的机构（${(parts as string[]).join('、')}），请先调整后再撤销。`,
  'day-too-early': ({ after }: { after?: unknown }) => `生效日期不能早于或者等于现行名称的起始日期${String(after)}，请修改日期。`,
  'series-missing': ({ paper }: { paper?: unknown }) => `尚未设定“${String(paper)}”的文号，请系统管理员先在机构页面设定。`,
  'place-unknown': () => '区划代码有误，请在本州及所辖县市中选择。',
} as const
