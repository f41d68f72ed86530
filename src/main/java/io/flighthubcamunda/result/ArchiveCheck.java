package io.flighthubcamunda.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads an archive to its end: its directory, and of every entry length and checksum. What nobody
 * can unpack in reasonable time or space is refused.
 */
final class ArchiveCheck {

  private static final int BUFFER = 1 << 16;

  /** Bytes that are never too many to unpack, however small the archive is. */
  private static final long HARMLESS = 1L << 30;

  private static final int MOST_ENTRIES = 2_000_000;

  /** Models are textures and coordinates; they shrink to a tenth, seldom to less. */
  private static final int LARGEST_RATIO = 200;

  private final LongConsumer alive;

  /**
   * @param alive hears now and then that it goes on
   */
  ArchiveCheck(LongConsumer alive) {
    this.alive = alive;
  }

  /**
   * @throws ZipException when it is damaged or no archive
   * @throws ResultException when it is one that should not be unpacked
   */
  void check(Path archive, long size) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      requireHarmless(zip, size);
      var buffer = new byte[BUFFER];
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        check(zip, entries.nextElement(), buffer);
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("its directory can't be read");
    }
  }

  private static void requireHarmless(ZipFile zip, long size) {
    long packed = 0;
    long unpacked = 0;
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      packed = Math.addExact(packed, Math.max(0, entry.getCompressedSize()));
      unpacked = Math.addExact(unpacked, Math.max(0, entry.getSize()));
    }
    // Entries that share their bytes are how a small archive becomes a large one.
    if (zip.size() > MOST_ENTRIES
        || packed > size
        || unpacked > HARMLESS && unpacked / LARGEST_RATIO > size) {
      throw new ResultException(
          "The archive has %,d bytes and claims to hold %,d files of %,d bytes. No model is like that,"
                  .formatted(size, zip.size(), unpacked)
              + " so it was thrown away; look at the model in FlightHub's pages.",
          false,
          null);
    }
  }

  private void check(ZipFile zip, ZipEntry entry, byte[] buffer) throws IOException {
    var crc = new CRC32();
    long size = 0;
    try (var in = zip.getInputStream(entry)) {
      for (int count; (count = in.read(buffer)) >= 0; size += count) {
        crc.update(buffer, 0, count);
        alive.accept(count);
        if (size > entry.getSize()) {
          break;
        }
      }
    }
    if (size != entry.getSize() || crc.getValue() != entry.getCrc()) {
      throw new ZipException("one of its files is damaged");
    }
  }
}
