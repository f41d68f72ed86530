package io.flighthubcamunda.imageset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

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
  static boolean exists(Path file, long dataStart) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long end = channel.size();
      int chunk = FIRST_CHUNK;
      while (end - dataStart >= 2) {
        long start = Math.max(dataStart, end - chunk);
        if (containsMarker(read(channel, start, end))) {
          return true;
        }
        // One byte is looked at twice: the marker may lie across the border.
        end = start == dataStart ? dataStart : start + 1;
        chunk = CHUNK;
      }
      return false;
    }
  }

  private static ByteBuffer read(SeekableByteChannel channel, long start, long end)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) (end - start));
    channel.position(start);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // A read may stop short of what was asked for.
      continue;
    }
    return buffer.flip();
  }

  private static boolean containsMarker(ByteBuffer bytes) {
    for (int i = bytes.limit() - 2; i >= 0; i--) {
      if (bytes.get(i) == (byte) 0xFF && bytes.get(i + 1) == (byte) 0xD9) {
        return true;
      }
    }
    return false;
  }
}
