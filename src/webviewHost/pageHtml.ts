/** What the page of a webview is made of. Its security policy admits only this script, style and the icon font. */
export interface WebviewPage {
  readonly script: string
  readonly style: string
  /** The webview's `cspSource`. */
  readonly source: string
  readonly nonce: string
  readonly language: string
  readonly title: string
}

export function pageHtml({ script, style, source, nonce, language, title }: WebviewPage): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; font-src ${source}; img-src ${source}`
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeAttribute(title)}</title>
  <link rel="stylesheet" href="${escapeAttribute(style)}">
</head>
<body>
  <main id="page"></main>
  <script nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(script)}"></script>
</body>
</html>
`
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
