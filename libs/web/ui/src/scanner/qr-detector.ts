import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Finds a QR code in a video frame; its text, or undefined when there is none. */
export type QrDetector = (frame: HTMLVideoElement) => Promise<string | undefined>;

/** Loads the reader when the camera opens. Its WebAssembly comes from our own bundle, never from a CDN. */
export async function loadQrDetector(): Promise<QrDetector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (frame) => (await detector.detect(frame))[0]?.rawValue;
}
