package io.flighthubcamunda.result;

import io.flighthubcamunda.files.HeldFolder;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whether an archive fits on the disk of a folder, and whether it still does while it comes. */
final class DiskSpace {

  /** What stays free for others, bytes. */
  private static final long RESERVE = 16L << 20;

  /** Of Linux and other Unixes, of quotas, and of Windows. */
  private static final Pattern FULL =
      Pattern.compile("(?i)no space left|disk quota exceeded|not enough space|out of disk space");

  private final HeldFolder folder;

  DiskSpace(HeldFolder folder) {
    this.folder = folder;
  }

  /**
   * @param bytes that are to come; empty when nobody knows
   * @throws ResultException when they do not fit
   */
  void require(OptionalLong bytes) throws IOException {
    long free = folder.freeBytes();
    if (bytes.isPresent() && bytes.getAsLong() > 0 && bytes.getAsLong() > free - RESERVE) {
      throw new FullDiskException(
          "%,d bytes of the archive are to come, but only %,d are free on the disk of %s. Make"
                  .formatted(bytes.getAsLong(), free, folder.path())
              + " room; the model stays in FlightHub meanwhile.",
          null);
    }
  }

  /** Something that writes to the disk. */
  @FunctionalInterface
  interface Writing {
    void run() throws IOException;
  }

  /**
   * @throws ResultException when the disk is full
   */
  void guard(Writing writing) throws IOException {
    try {
      writing.run();
    } catch (IOException e) {
      if (e.getMessage() != null && FULL.matcher(e.getMessage()).find()) {
        throw new FullDiskException(
            "The disk of %s is full. Make room; the model stays in FlightHub meanwhile."
                .formatted(folder.path()),
            e);
      }
      throw e;
    }
  }
}
