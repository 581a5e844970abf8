/** The encodings of files that are read, by the names of the WHATWG's Encoding Standard, which `TextDecoder` knows. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'macintosh'
  | 'windows-1250'
  | 'iso-8859-2'
  | 'windows-1254'
  | 'windows-1257'
  | 'iso-8859-15'
  | 'windows-1251'
  | 'koi8-r'
  | 'iso-8859-5'
  | 'windows-1253'
  | 'windows-1255'
  | 'windows-1256'
  | 'windows-874'
  | 'gb18030'
  | 'shift_jis'
  | 'big5'
  | 'euc-jp'
  | 'euc-kr'

/** What a person calls the encoding. */
export function encodingName(encoding: Encoding): string {
  return names[encoding]
}

/** The text of bytes, without a byte order mark; U+FFFD for what the encoding cannot read. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes)
  return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009F]/g, (unit) => windows1252[unit] ?? unit) : text
}

/**
 * What Windows-1252 has where Latin-1 has control characters. Some versions of Node (20.20, 22, 23) decode the one as the
 * other: nodejs/node issue 56542.
 */
const windows1252: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178',
    (character, index) => [String.fromCharCode(0x80 + index), character]
  )
)

const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
  'windows-1250': 'Windows-1250',
  'iso-8859-2': 'ISO 8859-2',
  'windows-1254': 'Windows-1254',
  'windows-1257': 'Windows-1257',
  'iso-8859-15': 'ISO 8859-15',
  'windows-1251': 'Windows-1251',
  'koi8-r': 'KOI8-R',
  'iso-8859-5': 'ISO 8859-5',
  'windows-1253': 'Windows-1253',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'windows-874': 'Windows-874',
  gb18030: 'GB 18030',
  shift_jis: 'Shift-JIS',
  big5: 'Big5',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR'
}
