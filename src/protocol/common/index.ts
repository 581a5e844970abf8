/** What the pages of the extension share, whatever they show. Imports nothing but its parts. */

export type * from './entries'
