/** So many rows of a list come at a time; pages begin at its multiples. */
export const pageLength = 50

/** A selection of many articles is a long filter. In UTF-16 units. */
export const longestFilter = 20_000
