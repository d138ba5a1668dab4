/*
 * WebRTC is the only way from a page to a network that no content security policy covers, and Lanyard does not use it.
 * Must be imported first, so that nothing else of the page has kept it.
 */
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name)
