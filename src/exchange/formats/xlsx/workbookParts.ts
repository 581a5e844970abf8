import type { ExportedFile, ExportInput } from '../../format'
import { cleanText } from '../../cleanText'
import { escaped } from './sheetXml'

/** The files of a workbook beside its sheets, which are `xl/worksheets/sheet1.xml` and so on, of these names. */
export function workbookParts({ title, now }: ExportInput, sheets: readonly string[]): readonly ExportedFile[] {
  const numbered = sheets.map((name, index) => ({ name, number: index + 1 }))
  return [
    part('[Content_Types].xml', [
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      contentType('/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
      contentType('/xl/styles.xml', `${spreadsheet}.styles+xml`),
      contentType('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...numbered.map(({ number }) => contentType(`/xl/worksheets/sheet${number}.xml`, `${spreadsheet}.worksheet+xml`)),
      '</Types>'
    ]),
    part('_rels/.rels', [
      relationshipsStart,
      relationship('rId1', `${office}/officeDocument`, 'xl/workbook.xml'),
      relationship(
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml'
      ),
      '</Relationships>'
    ]),
    part('docProps/core.xml', [
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escaped(cleanText(title, () => undefined))}</dc:title><dc:creator>Article Annotator</dc:creator>`,
      `<dcterms:created xsi:type="dcterms:W3CDTF">${escaped(now)}</dcterms:created>`,
      '</cp:coreProperties>'
    ]),
    part('xl/workbook.xml', [
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>`,
      ...numbered.map(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`),
      '</sheets></workbook>'
    ]),
    part('xl/_rels/workbook.xml.rels', [
      relationshipsStart,
      ...numbered.map(({ number }) =>
        relationship(`rId${number}`, `${office}/worksheet`, `worksheets/sheet${number}.xml`)
      ),
      relationship('rIdStyles', `${office}/styles`, 'styles.xml'),
      '</Relationships>'
    ]),
    part('xl/styles.xml', [
      `<styleSheet xmlns="${main}">`,
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>',
      '</styleSheet>'
    ])
  ]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const relationshipsStart = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'

function part(path: string, lines: readonly string[]): ExportedFile {
  return { path, pieces: ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', ...lines] }
}

function contentType(name: string, type: string): string {
  return `<Override PartName="${name}" ContentType="${type}"/>`
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
}
