/** What the pages of the extension share, whatever they show. Imports nothing but its parts. */

export { actorKinds, entityKinds } from './entries'
export type * from './entries'
export { highlightIds, leftOutTone, palette, quoteEdge, quoteShade } from './palette'
export type * from './palette'
export { answerTo, RequestFailed, requester } from './requests'
export type * from './requests'
export type * from './conditionStrings'
export type * from './folderStatus'
export type * from './status'
