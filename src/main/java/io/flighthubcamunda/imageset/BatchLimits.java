package io.flighthubcamunda.imageset;

/**
 * How large a batch may become. A single file larger than {@code maxBytes} makes a batch of its
 * own.
 *
 * @param maxFiles 1 to 100; 100 is the most that one upload callback takes (fact sheet 2.4)
 * @param maxBytes bytes, at least 1
 */
public record BatchLimits(int maxFiles, long maxBytes) {

  /** The most files that one upload callback registers. */
  public static final int CALLBACK_LIMIT = 100;

  /** As many files as one callback takes, and no more than a few minutes of a common uplink. */
  public static final BatchLimits DEFAULT = new BatchLimits(CALLBACK_LIMIT, 500L << 20);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when a limit is out of its range
   */
  public BatchLimits {
    if (maxFiles < 1 || maxFiles > CALLBACK_LIMIT) {
      throw new IllegalArgumentException(
          "A batch may hold 1 to %d files, not %d.".formatted(CALLBACK_LIMIT, maxFiles));
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException(
          "A batch must be allowed at least 1 byte, not %d.".formatted(maxBytes));
    }
  }
}
