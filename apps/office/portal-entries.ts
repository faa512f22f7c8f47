/** What header and footer of the portal say (页头和页脚), in the order of the form; apart from the contract, so that its checks stay on the server. */
export const portalEntries = ['name', 'host', 'operator', 'address', 'phone', 'siteCode', 'icp', 'police', 'origin'] as const
