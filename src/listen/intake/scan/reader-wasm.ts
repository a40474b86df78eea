/**
 * The reader of codes, compiled to WebAssembly: where the package has it, and the name under which the build lays it among what
 * browsers fetch. The version is in the name, since browsers keep it for ever.
 */
export const READER_WASM = {
  from: 'zxing-wasm/dist/reader/zxing_reader.wasm',
  name: 'zxing-reader-3.1.4.wasm',
}
