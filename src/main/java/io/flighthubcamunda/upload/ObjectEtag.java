package io.flighthubcamunda.upload;

import io.flighthubcamunda.storage.ContentMd5;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a store calls a content.
 *
 * @param text as the store gave it, with quotes or without
 */
record ObjectEtag(String text) {

  /** It is the MD5 only for a single PUT without server-side key management. */
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  boolean isMd5() {
    return MD5.matcher(bare()).matches();
  }

  /** Lists and headers need not agree about the quotes. */
  boolean is(String other) {
    return bare().equals(new ObjectEtag(other).bare());
  }

  boolean is(byte[] md5) {
    return bare().equals(HexFormat.of().formatHex(md5));
  }

  /** Whether it may belong to an object of these bytes: it says nothing where it is no MD5. */
  boolean allows(byte[] md5) {
    return !isMd5() || is(md5);
  }

  /**
   * Whether it is what S3 makes of the parts of an object: the MD5 of their MD5s and their number.
   * No rule says so, and other stores make theirs by other rules.
   *
   * @param md5s of the parts, in order
   */
  boolean isOfParts(List<byte[]> md5s) {
    var digest = ContentMd5.start();
    md5s.forEach(digest::update);
    return bare().equals(HexFormat.of().formatHex(digest.digest()) + "-" + md5s.size());
  }

  private String bare() {
    return text.replace("\"", "").toLowerCase(Locale.ROOT);
  }
}
