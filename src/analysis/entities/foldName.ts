/** One spelling for look-ups: lower case, no accents, no full stops, plain apostrophes, no leading "the". */
export function foldName(name: string): string {
  const plain = /[\u0080-\uffff]/.test(name) ? name.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[\u2018\u2019\u02bb\u02bc]/g, "'") : name
  return plain.toLowerCase().replace(/\./g, '').replace(/[\s\-\u2010-\u2015]+/g, ' ').trim().replace(/^the /, '')
}
