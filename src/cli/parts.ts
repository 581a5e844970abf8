import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { CliPorts } from './ports'
import type * as Mcp from './assistants'
import type * as Sqlite from './sqlite'

/** Whoever writes or reads databases: loaded when a verb needs it, so that the others start as fast as without it. */
export function sqlitePart({ parts }: Pick<CliPorts, 'parts'>): typeof Sqlite {
  return loaded(parts, 'sqlite') as typeof Sqlite
}

/** The server for assistants. */
export function mcpPart({ parts }: Pick<CliPorts, 'parts'>): typeof Mcp {
  return loaded(parts, 'mcp') as typeof Mcp
}

/** The script of a thread that asks a database. */
export function queryThread({ parts }: Pick<CliPorts, 'parts'>): string {
  return join(parts, 'queryThread.js')
}

function loaded(parts: string, name: string): unknown {
  return createRequire(join(parts, 'parts.js'))(`./${name}.js`)
}
