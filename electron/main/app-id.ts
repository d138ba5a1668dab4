/** The name of the program among all programs: of its desktop entry on Linux, of its bundle on macOS, of its windows' group in the taskbar of Windows. */
export const APP_ID = 'io.github.lanyard_journal.Lanyard'
