/** How names are divided: a place is one name, whether it acts or not. */
export const nameTypes = ['person', 'organization', 'group', 'place'] as const
export type NameType = (typeof nameTypes)[number]

/** What sources are sorted by. */
export const sourceOrders = ['quotes', 'words', 'articles', 'name'] as const
export type SourceOrder = (typeof sourceOrders)[number]
