/**
 * A text without the characters by which a terminal is steered: titles come from other people's files, and what is
 * printed must not move the cursor or rename the window.
 */
export function stripControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
}
