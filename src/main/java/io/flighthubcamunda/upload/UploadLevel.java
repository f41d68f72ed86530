package io.flighthubcamunda.upload;

import java.util.concurrent.Semaphore;

/**
 * How many files this process sends at once, over all its batches. Who asked first is served first.
 */
public final class UploadLevel {

  private final int most;
  private final Semaphore permits;

  /**
   * @param least files at once at least, 1 or more
   * @param most files at once at most
   */
  public UploadLevel(int least, int most) {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException(
          "flighthub.upload.min-parallel-files must be at least 1 and max-parallel-files not less,"
              + " but they are %d and %d.".formatted(least, most));
    }
    this.most = most;
    this.permits = new Semaphore(most, true);
  }

  /** Waits until one more file may be sent. */
  public Permit acquire() throws InterruptedException {
    permits.acquire();
    return permits::release;
  }

  /** Bytes left this process; from any thread. */
  public void sent(long bytes) {}

  /** The store asked for less. */
  public void slowDown() {}

  /** Files that may be sent at once now. */
  public int level() {
    return most;
  }

  /** The right to send one file. */
  @FunctionalInterface
  public interface Permit extends AutoCloseable {
    @Override
    void close();
  }
}
