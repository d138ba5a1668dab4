import type { Configuration } from 'electron-builder'
import { fuses } from './build/fuses.ts'
import { resources } from './build/resources.ts'
import { identity } from './electron/shared/identity.ts'

/**
 * The installers for each system. `npm run package` uses it; the fields are described at
 * https://www.electron.build/configuration
 */

const summary = 'Journal for people who go to conferences'

const description = `${summary}
You write at the venue, without a network: one entry per talk, per lunch,
per person you meet. You come home with a finished trip report that goes to
your blog in one step.
.
Everything is in a folder on your own disk, in files that you can read
without Lanyard. There is no account and no server.`

/** A trip as one file. docs/file-format.md describes its contents. */
const trip = { ext: 'lanyard', name: 'Lanyard trip', mediaType: 'application/vnd.lanyard.trip+zip' }

export const config: Configuration = {
  appId: identity.appId,
  productName: 'Lanyard',
  copyright: 'Copyright © The Lanyard developers',
  directories: { output: 'dist', buildResources: 'build' },
  artifactName: 'Lanyard-${version}-${os}-${arch}.${ext}',
  // The browser shell is for machines without a window, and `installed` includes the command line.
  files: ['out/**', '!out/main/{web,lanyard}.js', '!out/*.txt', '!**/*.map'],
  extraMetadata: {
    // Decides between the command line and the window, so that an installed `lanyard` is both.
    main: 'out/main/installed.js',
    desktopName: `${identity.appId}.desktop`,
    // Debian and RPM packages are not built without one.
    homepage: identity.homePage ?? 'https://lanyard.invalid/',
  },
  // Texts for people lie beside the archive, where they can be opened.
  extraResources: [
    { from: 'LICENSE', to: 'LICENSE.txt' },
    { from: 'out/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' },
  ],
  asar: true,
  // Outside the archive, whose contents are checked: anybody may exchange these libraries for other versions.
  asarUnpack: ['out/main/decoders/**'],
  compression: 'normal',
  // The bundles and the decoders contain every library, and none of them has native parts.
  beforeBuild: async () => false,
  // There is no update server.
  publish: null,
  // Lanyard speaks English. Dates and language names come from Chromium's ICU data.
  electronLanguages: ['en'],
  electronFuses: fuses,
  fileAssociations: [{ ext: trip.ext, name: trip.name, description: trip.name, role: 'Editor' }],

  linux: {
    target: ['deb', 'rpm', 'AppImage', 'tar.gz'],
    executableName: 'lanyard',
    syncDesktopName: true,
    icon: `${resources}/icons`,
    category: 'Office',
    synopsis: summary,
    // The tooltip of the desktop entry. Package managers show the longer description below.
    description: 'Write at conferences, come home with a finished report',
    maintainer: identity.maintainer,
    vendor: 'The Lanyard developers',
    executableArgs: ['%F'],
    // Declared in build/linux/mime-type.xml.
    mimeTypes: [trip.mediaType],
    // The window's icon if no desktop entry is installed.
    extraResources: [{ from: `${resources}/icons/256x256.png`, to: 'icon.png' }],
    desktop: {
      entry: {
        GenericName: 'Conference journal',
        Keywords: 'journal;diary;conference;trip;report;blog;Markdown;',
        // The name of Electron's windows under X11. Under Wayland they have the name of the desktop entry.
        StartupWMClass: 'Lanyard',
        StartupNotify: 'true',
      },
    },
  },
  deb: {
    artifactName: 'lanyard_${version}_${arch}.deb',
    packageCategory: 'editors',
    priority: 'optional',
    afterInstall: 'build/linux/after-install.sh',
    afterRemove: 'build/linux/after-remove.sh',
    depends: [
      'libc6',
      'libgtk-3-0 | libgtk-3-0t64',
      'libnss3',
      'libasound2 | libasound2t64',
      'libatspi2.0-0 | libatspi2.0-0t64',
      'libdrm2',
      'libgbm1',
      'libxkbcommon0',
      'libsecret-1-0',
      'xdg-utils',
    ],
    recommends: ['shared-mime-info', 'desktop-file-utils'],
    fpm: packageParts('deb'),
  },
  rpm: {
    artifactName: 'lanyard-${version}.${arch}.rpm',
    packageCategory: 'Applications/Productivity',
    afterInstall: 'build/linux/after-install.sh',
    afterRemove: 'build/linux/after-remove.sh',
    fpm: packageParts('rpm'),
  },
  appImage: { artifactName: 'Lanyard-${version}-${arch}.AppImage' },

  win: {
    target: ['nsis'],
    icon: `${resources}/icon.ico`,
    artifactName: 'Lanyard-${version}-${arch}-setup.${ext}',
  },
  nsis: {
    // Installs for one user, in that user's folder, without an administrator.
    oneClick: true,
    perMachine: false,
    allowElevation: false,
    createDesktopShortcut: false,
    // Neither trips nor settings are removed with the program.
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
    // One installer per processor, instead of one for both that is twice as large.
    buildUniversalInstaller: false,
    packElevateHelper: false,
  },

  mac: {
    target: ['dmg', 'zip'],
    icon: `${resources}/icon.icns`,
    category: 'public.app-category.productivity',
    artifactName: 'Lanyard-${version}-mac-${arch}.${ext}',
    // Needs a certificate; see build/package.ts for builds without one.
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  dmg: { title: 'Lanyard' },
}

/** Arguments for fpm: the description of a Linux package, and the files that it installs besides the program (`from=to`). */
function packageParts(kind: 'deb' | 'rpm'): string[] {
  const debian = [
    `${resources}/copyright=/usr/share/doc/lanyard/copyright`,
    `${resources}/changelog.gz=/usr/share/doc/lanyard/changelog.gz`,
    'build/linux/lintian-overrides=/usr/share/lintian/overrides/lanyard',
  ]
  // Without links to build ids: other programs with the same Electron have the same ones.
  const redHat = ['--rpm-rpmbuild-define=_build_id_links none']
  return [
    '--description',
    description,
    'build/linux/lanyard.sh=/usr/bin/lanyard',
    `${resources}/lanyard.1.gz=/usr/share/man/man1/lanyard.1.gz`,
    'build/linux/mime-type.xml=/usr/share/mime/packages/lanyard.xml',
    'build/icon.svg=/usr/share/icons/hicolor/scalable/apps/lanyard.svg',
    `${resources}/metainfo.xml=/usr/share/metainfo/${identity.appId}.metainfo.xml`,
    ...(kind === 'deb' ? debian : redHat),
  ]
}
