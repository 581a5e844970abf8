import type { CountedQuotes } from '../counts'

/** In reports attitudes are told, but not counted as quotes. */
export const choice: CountedQuotes = { attitudes: false }
