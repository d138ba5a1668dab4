/**
 * Replaces control characters. Titles come from other people's files, and printing one must not move the cursor or
 * rename the terminal's window.
 */
export function stripControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters to replace
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
}
