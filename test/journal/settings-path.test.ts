import { expect, test } from 'vitest'
import { settingsPath } from '../../electron/journal/settings-path.ts'

test.for([
  ['linux', {}, '/home/ada', '/home/ada/.config/Lanyard/settings.json'],
  ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/ada', '/cfg/Lanyard/settings.json'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada', '/home/ada/.config/Lanyard/settings.json'],
  ['darwin', { XDG_CONFIG_HOME: '/cfg' }, '/Users/ada', '/Users/ada/Library/Application Support/Lanyard/settings.json'],
  ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\ada', 'D:\\Roaming\\Lanyard\\settings.json'],
  ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Lanyard\\settings.json'],
] as const)('on %s with %j, all shells find the settings of the desktop window', ([platform, env, home, expected]) => {
  expect(settingsPath(env, platform, home)).toBe(expected)
})
