package io.flighthubcamunda.bench.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The MD5 of every file that will be sent, found by length and CRC-32C of what arrived. A true ETag
 * so costs the store a checksum that is twenty times as fast as MD5, and still bytes that were
 * changed on the way get none.
 */
public final class KnownContents {

  private final Map<Key, String> md5;

  private KnownContents(Map<Key, String> md5) {
    this.md5 = md5;
  }

  /**
   * @param crc32c CRC-32C
   * @param md5 32 hexadecimal digits
   */
  public record Content(long length, long crc32c, String md5) {
    private String line() {
      return "%d %08x %s".formatted(length, crc32c, md5);
    }

    private static Content of(String line) {
      var parts = line.split(" ");
      return new Content(Long.parseLong(parts[0]), Long.parseLong(parts[1], 16), parts[2]);
    }
  }

  private record Key(long length, long crc32c) {}

  /**
   * @throws IllegalArgumentException when two of them can't be told apart
   */
  public static KnownContents of(List<Content> contents) {
    var md5 = new HashMap<Key, String>();
    for (var content : contents) {
      var other = md5.put(new Key(content.length(), content.crc32c()), content.md5());
      if (other != null && !other.equals(content.md5())) {
        throw new IllegalArgumentException(
            "Two contents of %,d bytes have one CRC-32C.".formatted(content.length()));
      }
    }
    return new KnownContents(md5);
  }

  public static void write(Path file, List<Content> contents) throws IOException {
    Files.write(file, contents.stream().map(Content::line).toList(), StandardCharsets.US_ASCII);
  }

  /** Reads what {@link #write} wrote; several files make one. */
  public static List<Content> read(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.US_ASCII).stream().map(Content::of).toList();
  }

  Optional<String> md5(long length, long crc32c) {
    return Optional.ofNullable(md5.get(new Key(length, crc32c)));
  }
}
