package io.flighthubcamunda.imageset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Parts of a file on a disk. */
record DiskFileParts(FileChannel channel) implements FileParts {

  /** A network disk fetches this much at once anyway. */
  private static final int CHUNK = 16 * 1024;

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int read(long position, byte[] buffer, int offset, int length) throws IOException {
    ByteBuffer wanted = ByteBuffer.wrap(buffer, offset, length);
    // A read may stop short of what was asked for.
    while (wanted.hasRemaining()) {
      int count = channel.read(wanted, position + wanted.position() - offset);
      if (count < 0) {
        break;
      }
    }
    return wanted.position() - offset;
  }

  @Override
  public int chunkSize() {
    return CHUNK;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
