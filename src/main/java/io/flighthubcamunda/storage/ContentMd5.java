package io.flighthubcamunda.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import org.conscrypt.Conscrypt;

/**
 * The MD5 that a store gives as ETag. Conscrypt's is as fast from the first byte on; the JDK's is
 * only once the optimizing compiler has got to it, and half as fast where that is switched off.
 */
public final class ContentMd5 {

  private static final Provider CONSCRYPT =
      Conscrypt.isAvailable() ? Conscrypt.newProvider() : null;

  private ContentMd5() {}

  /** A new digest, for one thread. */
  public static MessageDigest start() {
    try {
      return CONSCRYPT != null
          ? MessageDigest.getInstance("MD5", CONSCRYPT)
          : MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
