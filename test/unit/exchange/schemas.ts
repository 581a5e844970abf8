import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { root } from '../../host/places.mjs'

/** What libxml2 says against XML by a schema of `test/fixtures/schemas`: nothing where it is valid. */
export async function schemaErrors(schema: string, xml: string | readonly string[]): Promise<readonly string[]> {
  const contents = readFileSync(join(root, 'test/fixtures/schemas', schema), 'utf8')
  const all = typeof xml === 'string' ? [xml] : xml
  const { errors } = await validateXML({
    xml: all.map((each, index) => ({ fileName: `file${index}.xml`, contents: each })),
    schema: { fileName: schema, contents },
    extension: schema.endsWith('.rng') ? 'relaxng' : 'schema',
    initialMemoryPages: 2048,
    maxMemoryPages: 8192
  })
  return errors.map(({ rawMessage }) => rawMessage)
}
