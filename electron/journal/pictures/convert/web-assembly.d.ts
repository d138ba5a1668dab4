/** The part of WebAssembly that is used here. TypeScript declares it with the DOM only. */
declare namespace WebAssembly {
  class RuntimeError extends Error {}

  interface MemoryDescriptor {
    initial: number
    maximum?: number
    shared?: boolean
  }

  let Memory: new (descriptor: MemoryDescriptor) => object
}
