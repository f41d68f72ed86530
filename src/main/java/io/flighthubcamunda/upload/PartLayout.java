package io.flighthubcamunda.upload;

/**
 * How a file is cut into parts: all as long as the first, but the last.
 *
 * @param size bytes of the file, at least 1
 * @param length bytes of a part
 */
record PartLayout(long size, long length) {

  /** The limit of S3 and OSS. */
  private static final long MOST_PARTS = 10_000;

  /**
   * @param wanted bytes of a part; more where the file would have too many parts
   */
  static PartLayout of(long size, long wanted) {
    return new PartLayout(size, Math.max(wanted, Math.ceilDiv(size, MOST_PARTS)));
  }

  int count() {
    return (int) Math.ceilDiv(size, length);
  }

  /**
   * First byte of a part.
   *
   * @param number from 1
   */
  long begin(int number) {
    return (number - 1) * length;
  }

  long length(int number) {
    return Math.min(length, size - begin(number));
  }
}
