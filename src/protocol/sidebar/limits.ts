/** So many rows of a list come at a time; pages begin at its multiples. */
export const pageLength = 50

/** In UTF-16 units. */
export const longestFilter = 200
