package io.flighthubcamunda.imageset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over text fields, each closed off from the next so that no two rows look alike. */
final class Sha256 {

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Adds a field. A file name cannot hold the zero byte that ends it. */
  Sha256 add(String field) {
    digest.update(field.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  Sha256 add(long field) {
    return add(Long.toString(field));
  }

  /** All 64 hexadecimal digits; may be asked once. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
