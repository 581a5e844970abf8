// @ts-check
import { existsSync } from 'node:fs'
import { apt, hasApt } from './apt.mjs'

/** The programs that read our exports in `test/consumers`, and those that run our recipes in `test/clusters`: Debian's package, and a file by which it is known to be there. */
export const consumers = [
  { package: 'libreoffice-calc-nogui', file: '/usr/lib/libreoffice/program/libsclo.so' },
  { package: 'r-base-core', file: '/usr/bin/Rscript' },
  { package: 'r-cran-readr', file: '/usr/lib/R/site-library/readr/DESCRIPTION' },
  { package: 'r-cran-rsqlite', file: '/usr/lib/R/site-library/RSQLite/DESCRIPTION' },
  { package: 'r-cran-ggplot2', file: '/usr/lib/R/site-library/ggplot2/DESCRIPTION' },
  { package: 'sqlite3', file: '/usr/bin/sqlite3' },
  { package: 'python3-pandas', file: '/usr/lib/python3/dist-packages/pandas/__init__.py' },
  { package: 'python3-matplotlib', file: '/usr/lib/python3/dist-packages/matplotlib/__init__.py' },
  { package: 'python3-networkx', file: '/usr/lib/python3/dist-packages/networkx/__init__.py' },
  { package: 'python3-nltk', file: '/usr/lib/python3/dist-packages/nltk/__init__.py' },
  { package: 'default-jdk-headless', file: '/usr/bin/javac' },
  { package: 'libuima-core-java', file: '/usr/share/java/uimaj-core.jar' },
  { package: 'libxml2-utils', file: '/usr/bin/xmllint' },
  { package: 'jing', file: '/usr/bin/jing' },
  { package: 'parallel', file: '/usr/bin/parallel' },
  { package: 'slurm-wlm', file: '/usr/sbin/slurmctld' },
  { package: 'munge', file: '/usr/sbin/munged' },
  { package: 'python3-distributed', file: '/usr/lib/python3/dist-packages/distributed/__init__.py' }
]

/** Makes sure that the programs are there which read our exports: on Debian they come from apt-get. */
export function installConsumers() {
  const missing = consumers.filter(({ file }) => !existsSync(file)).map(({ package: name }) => name)
  if (missing.length === 0) return
  if (!hasApt()) throw new Error(`the tests of exports and recipes need these Debian packages: ${missing.join(', ')}`)
  console.log(`setup: ${missing.join(', ')} from apt-get`)
  apt('update')
  apt('install', '--yes', '--no-install-recommends', ...missing)
  const still = consumers.filter(({ file }) => !existsSync(file)).map(({ package: name, file }) => `${name} (${file})`)
  if (still.length > 0)
    throw new Error(`apt-get did not bring what the tests of exports and recipes need: ${still.join(', ')}`)
}
