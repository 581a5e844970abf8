/** How many units before a place are the last ones of `prefix`. */
export function agreeingBefore(text: string, offset: number, prefix: string): number {
  const most = Math.min(offset, prefix.length)
  let agreeing = 0
  while (
    agreeing < most &&
    text.charCodeAt(offset - 1 - agreeing) === prefix.charCodeAt(prefix.length - 1 - agreeing)
  ) {
    agreeing++
  }
  return agreeing
}

/** How many units from a place on are the first ones of `suffix`. */
export function agreeingAfter(text: string, end: number, suffix: string): number {
  const most = Math.min(text.length - end, suffix.length)
  let agreeing = 0
  while (agreeing < most && text.charCodeAt(end + agreeing) === suffix.charCodeAt(agreeing)) agreeing++
  return agreeing
}
