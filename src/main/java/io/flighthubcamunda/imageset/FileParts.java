package io.flighthubcamunda.imageset;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file that is open to read parts of it, wherever they lie: the check looks at the head and at
 * the end. Not safe for several threads.
 */
public interface FileParts extends Closeable {

  /** The file's length in bytes, now. */
  long size() throws IOException;

  /**
   * Reads as much as there is, at most {@code length} bytes.
   *
   * @param position of the first byte wanted, from 0; behind the end nothing is read
   * @return the number of bytes read; fewer than wanted only at the file's end
   */
  int read(long position, byte[] buffer, int offset, int length) throws IOException;

  /** How many bytes are best asked for at once: few from a disk, many where each question costs. */
  int chunkSize();
}
