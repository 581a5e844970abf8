/** How many rows or columns a picture has at first, and how many more it gets on demand. */
export const firstRows = 30
export const firstColumns = 120

/** No picture has more rows or columns than that. */
export const mostRows = 1000

/** The longest exported picture, in characters of its text. */
export const longestPicture = 60_000_000
