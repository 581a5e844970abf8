import { SymbolKind } from 'vscode'
import type { OutlineNode } from './outline'

/**
 * VS Code's kind of symbol, which decides on icon and filters. As in the semantic tokens, actors are like classes,
 * places like namespaces.
 */
export function symbolKind(kind: OutlineNode['kind']): SymbolKind {
  switch (kind) {
    case 'title':
      return SymbolKind.File
    case 'heading':
      return SymbolKind.Module
    case 'quote':
      return SymbolKind.String
    case 'person':
      return SymbolKind.Class
    case 'organization':
      return SymbolKind.Interface
    case 'group':
      return SymbolKind.Enum
    case 'place':
      return SymbolKind.Namespace
  }
}
