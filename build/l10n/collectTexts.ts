import ts from 'typescript'

/** A text to be translated, and where it is: "src/editor/hover.ts:12". */
export interface FoundText {
  readonly text: string
  readonly place: string
}

export interface CollectedTexts {
  readonly texts: readonly FoundText[]
  /** Calls whose text cannot be translated, because it is put together, a line each. */
  readonly faults: readonly string[]
}

/**
 * The texts of one source file: the literals that stand first in a call of `l10n.t`, `t`, `translate`, or `translatable`. A value in
 * their place was marked where it was written; a template or a sum with a value is a fault, since no translation could be found by it.
 * In the rooms that read files also the literals that tell of a problem: given to `tell`, `problem` or `broken`, or as a `message` or
 * `detail`.
 */
export function collectTexts(file: string, source: string): CollectedTexts {
  const texts: FoundText[] = []
  const faults: string[] = []
  // Most files have none: parsing them would take most of the time.
  if (!/\b(?:t|translate|translatable|said|tell|problem|broken)\(|\b(?:message|detail):/.test(source))
    return { texts, faults }
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const placeOf = (node: ts.Node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression)) {
      const place = placeOf(node)
      const [first] = node.arguments
      const found = first ? literalsOf(first) : undefined
      if (found === 'put-together') faults.push(`${place}: ${first!.getText()}`)
      else texts.push(...(found ?? []).map((text) => ({ text, place })))
    }
    if (tellsProblems.test(file)) texts.push(...problemsOf(node).map((text) => ({ text, place: placeOf(node) })))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { texts, faults }
}

const names = new Set(['t', 'translate', 'translatable', 'said'])

function isTranslation(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return names.has(callee.text)
  return ts.isPropertyAccessExpression(callee) && names.has(callee.name.text)
}

function literalsOf(expression: ts.Expression): readonly string[] | 'put-together' {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) return [expression.text]
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression)
  if (ts.isTemplateExpression(expression) || ts.isObjectLiteralExpression(expression)) return 'put-together'
  if (ts.isConditionalExpression(expression)) {
    const both = [literalsOf(expression.whenTrue), literalsOf(expression.whenFalse)]
    return both.flatMap((found) => (found === 'put-together' ? [] : found))
  }
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return 'put-together'
  return []
}

const tellsProblems = /^src\/(exchange|annotations\/disk)\//

function problemsOf(node: ts.Node): readonly string[] {
  if (ts.isPropertyAssignment(node) && /^(message|detail)$/.test(node.name.getText()))
    return plainTexts(literalsOf(node.initializer))
  if (!ts.isCallExpression(node) || !/(^|\.)(tell|problem|broken)$/.test(node.expression.getText())) return []
  return node.arguments.slice(0, 2).flatMap((argument) => plainTexts(literalsOf(argument)))
}

function plainTexts(found: ReturnType<typeof literalsOf>): readonly string[] {
  return found === 'put-together' ? [] : found
}
