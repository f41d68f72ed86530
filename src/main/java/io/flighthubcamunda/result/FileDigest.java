package io.flighthubcamunda.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * SHA-256 of a file.
 *
 * @param alive hears of the bytes that were read
 */
record FileDigest(LongConsumer alive) {

  private static final int BUFFER = 1 << 20;

  /** Hex, of what comes until the end. */
  String sha256(ReadableByteChannel file) throws IOException {
    var digest = sha256();
    var buffer = ByteBuffer.allocate(BUFFER);
    for (int count; (count = file.read(buffer)) >= 0; buffer.clear()) {
      digest.update(buffer.flip());
      alive.accept(count);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
