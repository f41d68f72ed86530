package io.flighthubcamunda.storage;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Which part of an object an answer with status 206 brings.
 *
 * @param first byte of the part
 * @param size of the whole object, bytes; empty where the other side doesn't know
 */
record ContentRange(long first, OptionalLong size) {

  private static final Pattern FORM =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  /**
   * @throws StorageException when it does not say which part comes
   */
  static ContentRange parse(String header) {
    var parts = FORM.matcher(header.strip());
    if (!parts.matches()) {
      throw new StorageException(
          StorageException.Kind.PASSING,
          "The store answered with a part of the object and did not say with which one.",
          null);
    }
    return new ContentRange(
        Long.parseLong(parts.group(1)),
        parts.group(2).equals("*")
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(parts.group(2))));
  }
}
