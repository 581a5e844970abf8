/**
 * With one more, to be put in the place of the list that was given, which it may have changed. Most lists of an export are as short as one
 * or two, and there are hundreds of thousands: a list that is pushed to, or spread with an item behind it, has room for 17 at once. What
 * `concat` makes is as long as it is.
 */
export function withItem<Item>(list: Item[] | undefined, item: Item): Item[] {
  if (!list || list.length < mostInExactList) return (list ?? none).concat([item])
  list.push(item)
  return list
}

const none: never[] = []
const mostInExactList = 8
