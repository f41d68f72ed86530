package io.flighthubcamunda.imageset;

import java.io.IOException;

/**
 * Looks for the marker that ends a JPEG picture, from the end of the file backwards. Cameras append
 * previews and padding, so it need not be the last thing; inside the picture's data it cannot
 * occur, because JPEG escapes it there. A whole file costs one small read, only a broken one is
 * read on.
 */
final class JpegEnding {

  private static final int FIRST_CHUNK = 4 * 1024;
  private static final int CHUNK = 64 * 1024;

  private JpegEnding() {}

  /**
   * Whether the picture has an end.
   *
   * @param dataStart where the picture's data begins; what lies before it (a thumbnail is a JPEG of
   *     its own) proves nothing
   */
  static boolean exists(FileParts parts, long dataStart) throws IOException {
    long end = parts.size();
    byte[] chunk = new byte[FIRST_CHUNK];
    while (end - dataStart >= 2) {
      long start = Math.max(dataStart, end - chunk.length);
      if (containsMarker(chunk, parts.read(start, chunk, 0, (int) (end - start)))) {
        return true;
      }
      // One byte is looked at twice: the marker may lie across the border.
      end = start == dataStart ? dataStart : start + 1;
      chunk = chunk.length < CHUNK ? new byte[CHUNK] : chunk;
    }
    return false;
  }

  private static boolean containsMarker(byte[] bytes, int length) {
    for (int i = length - 2; i >= 0; i--) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
        return true;
      }
    }
    return false;
  }
}
