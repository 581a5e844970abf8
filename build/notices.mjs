// @ts-check
// The notices of the packages that are bundled: made of what esbuild says is in the bundles, never of a list by hand.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * @typedef {object} BundledPackage
 * @property {string} title name and version
 * @property {string} license SPDX identifier
 * @property {readonly string[]} texts of its licence files
 * @property {ReadonlySet<string>} bundles names of the files that hold a part of it
 */

/** What asks for no more than its notice. */
const accepted = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0'])

/** What we changed, where a licence asks to say so. @type {Readonly<Record<string, string>>} */
const changes = { '@vscode/codicons': 'Changed by Article Annotator: only the icons that it shows are left.' }

/** Licence texts of packages that come without one and name their licence elsewhere, looked up by hand: `NAME@VERSION.txt`. */
const ownTexts = join(import.meta.dirname, 'licences')

/**
 * The text of THIRD-PARTY-NOTICES.txt. A licence that several packages share is in it once, below their own lines.
 * @param {readonly import('esbuild').Metafile[]} metafiles of all bundles
 * @param {string} root to which the metafiles' paths are relative
 * @throws when a package has a licence that is not accepted, or no licence text
 */
export function thirdPartyNotices(metafiles, root) {
  /** @type {Map<string, { text: string, heads: Set<string> }>} */
  const licences = new Map()
  for (const bundled of bundledPackages(metafiles, root))
    for (const licence of bundled.texts) {
      const [head, text] = splitLicence(licence)
      const key = text.replace(/\s+/g, ' ')
      const group = licences.get(key) ?? { text, heads: new Set() }
      group.heads.add([titleLine(bundled), head].filter((part) => part !== '').join('\n'))
      licences.set(key, group)
    }
  return [
    'Article Annotator is made with these packages. Each part below names packages, and the licence that they share.',
    'The terms of the models and of the data on places are in models/README.md.',
    ...[...licences.values()].map(({ text, heads }) => `${'#'.repeat(80)}\n\n${[...heads].join('\n\n')}\n\n${text}`)
  ]
    .join('\n\n')
    .concat('\n')
}

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles @param {string} root
 * @returns {readonly BundledPackage[]} by name and version
 */
function bundledPackages(metafiles, root) {
  /** @type {Map<string, BundledPackage & { bundles: Set<string> }>} */
  const packages = new Map()
  for (const { outputs } of metafiles)
    for (const [output, { inputs }] of Object.entries(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
        if (folder === undefined || bytesInOutput === 0) continue
        const found = readPackage(join(root, folder))
        const known = packages.get(found.title) ?? { ...found, bundles: new Set() }
        known.bundles.add(basename(output))
        packages.set(found.title, known)
      }
  return [...packages.values()].sort((a, b) => (a.title < b.title ? -1 : 1))
}

/** @param {string} folder @returns {Omit<BundledPackage, 'bundles'>} */
function readPackage(folder) {
  /** @type {{ name: string, version: string, license?: string, licenses?: { type: string }[] }} */
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const title = `${manifest.name} ${manifest.version}`
  const license = manifest.license ?? (manifest.licenses ?? []).map(({ type }) => type).join(' OR ')
  if (!accepted.has(license))
    throw new Error(`${title} is bundled, and its licence ("${license}") is not on the list of build/notices.mjs`)
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const own = join(ownTexts, `${manifest.name.replace('/', '+')}@${manifest.version}.txt`)
  if (texts.length === 0 && existsSync(own)) texts.push(readFileSync(own, 'utf8'))
  if (texts.length === 0)
    throw new Error(`${title} is bundled, and comes without a licence text: look it up and put it into ${own}`)
  return { title, license, texts }
}

/** @param {BundledPackage} bundled */
function titleLine({ title, license, bundles }) {
  const change = changes[title.slice(0, title.lastIndexOf(' '))]
  return [
    `${title} (${license}), in ${[...bundles].sort().join(', ')}`,
    ...(change === undefined ? [] : [change])
  ].join('\n')
}

/**
 * What a package says of itself (title and copyright), and what others say word by word too.
 * @param {string} licence @returns {[string, string]}
 */
function splitLicence(licence) {
  const text = licence.replace(/\r\n/g, '\n').trim()
  const begin = text.search(/^Permission is hereby granted/m)
  return begin === -1 ? ['', text] : [text.slice(0, begin).trim(), text.slice(begin)]
}
