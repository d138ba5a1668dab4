/**
 * Takes WebRTC away from the page, which does not use it: it is the only way from a page to a network that no content
 * security policy covers.
 */
export function removeWebRtc(): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name)
}
