package io.flighthubcamunda.source;

import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place in a bucket.
 *
 * @param bucket its name
 * @param prefix what the keys begin with: empty, or folders that each end in a slash
 */
record S3Location(String bucket, String prefix) {

  private static final String SCHEME = "s3://";
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");

  S3Location {
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("A prefix ends in a slash.");
    }
  }

  /** Whether a text wants to be such a place. */
  static boolean isMeant(String text) {
    return text.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME);
  }

  /**
   * @param text {@code s3://bucket} or {@code s3://bucket/prefix}, with or without a slash at its
   *     end
   * @throws ImageSetException FOLDER_MISSING when it cannot be the name of a place
   */
  static S3Location parse(String text) {
    String rest = text.strip().substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    String prefix = slash < 0 ? "" : rest.substring(slash + 1);
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      prefix = prefix + "/";
    }
    if (!BUCKET.matcher(bucket).matches() || !prefix.isEmpty() && !ObjectKey.isPlain(prefix)) {
      throw new ImageSetException(
          Code.FOLDER_MISSING,
          "\"%s\" names no place in a bucket: write s3://bucket/prefix, without empty parts, \"..\","
                  .formatted(text.replaceAll("\\p{Cntrl}", "?"))
              + " backslashes and control characters.");
    }
    return new S3Location(bucket, prefix);
  }

  boolean holds(S3Location other) {
    return bucket.equals(other.bucket) && other.prefix.startsWith(prefix);
  }

  /** The last folder of the prefix, or the bucket. */
  String name() {
    String path = prefix.isEmpty() ? bucket : prefix.substring(0, prefix.length() - 1);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return SCHEME
        + bucket
        + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
  }
}
