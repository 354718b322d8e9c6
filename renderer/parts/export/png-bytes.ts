/** Pictures as the bytes of a PNG file, in base 64: of an SVG file's text, or of a canvas. */

/** Pixels of the picture for one of the drawing. */
const scale = 2;
/** Chromium draws no canvas that is longer than this on a side. */
const longestSide = 16_384;

async function loadPicture(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const picture = new Image();
  picture.src = address;
  await picture.decode().finally(() => URL.revokeObjectURL(address));
  return picture;
}

/** A canvas with the drawing of an SVG file, twice its size where that is possible. */
async function canvasOf(svg: string): Promise<HTMLCanvasElement> {
  const picture = await loadPicture(svg);
  const { naturalWidth: width, naturalHeight: height } = picture;
  const factor = Math.min(scale, longestSide / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * factor));
  canvas.height = Math.max(1, Math.round(height * factor));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The PNG file of a canvas, or of an SVG file's text at twice its size. Throws when there is no memory for it. */
export async function pngBytes(drawing: HTMLCanvasElement | string): Promise<string> {
  const canvas = typeof drawing === 'string' ? await canvasOf(drawing) : drawing;
  const address = canvas.toDataURL('image/png');
  const bytes = /^data:image\/png;base64,(.+)$/.exec(address)?.[1];
  if (bytes === undefined) throw new Error('The picture is too large.');
  return bytes;
}
