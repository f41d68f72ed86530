package io.flighthubcamunda.imageset;

import java.nio.charset.StandardCharsets;

/**
 * Turns a file name into one that storage and the upload callback accept: no control characters, no
 * slash or backslash (fact sheet 2.3), no braces, because {@code {fileName}} is replaced by it
 * (fact sheet 2.2), and at most 255 bytes. Spaces within and umlauts stay. "." and ".." cannot
 * occur, since names that start with a dot are not part of an image set.
 */
final class ObjectName {

  static final int MAX_BYTES = 255;

  private static final int HASH_DIGITS = 8;
  private static final int LONGEST_EXTENSION = 16;

  private ObjectName() {}

  /**
   * An acceptable name close to the given one.
   *
   * @param name a file name or a relative path, whose slashes become underscores
   * @param relativePath what the hash of a name that has to be shortened is made of
   */
  static String of(String name, String relativePath) {
    String clean = clean(name);
    return bytes(clean) <= MAX_BYTES ? clean : marked(clean, relativePath);
  }

  /** The name with eight digits before its extension that come from the relative path. */
  static String marked(String name, String relativePath) {
    String hash = "_" + new Sha256().add(relativePath).hex().substring(0, HASH_DIGITS);
    int dot = name.lastIndexOf('.');
    boolean hasExtension = dot > 0 && bytes(name.substring(dot)) <= LONGEST_EXTENSION;
    String extension = hasExtension ? name.substring(dot) : "";
    String stem = hasExtension ? name.substring(0, dot) : name;
    return cut(stem, MAX_BYTES - bytes(hash) - bytes(extension)) + hash + extension;
  }

  private static String clean(String name) {
    if (isClean(name)) {
      return name;
    }
    StringBuilder clean = new StringBuilder(name.length());
    name.codePoints().map(c -> isRefused(c) ? '_' : c).forEach(clean::appendCodePoint);
    int last = clean.length() - 1;
    for (int i = 0; i <= last && isBlank(clean.charAt(i)); i++) {
      clean.setCharAt(i, '_');
    }
    for (int i = last; i >= 0 && isBlank(clean.charAt(i)); i--) {
      clean.setCharAt(i, '_');
    }
    return clean.toString();
  }

  /** Nearly every name is; then its text is shared and takes no memory of its own. */
  private static boolean isClean(String name) {
    return name.codePoints().noneMatch(ObjectName::isRefused)
        && !isBlank(name.charAt(0))
        && !isBlank(name.charAt(name.length() - 1));
  }

  /** At the ends of a name a blank is lost in the first hand that trims. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isRefused(int c) {
    return Character.isISOControl(c) || c == '/' || c == '\\' || c == '{' || c == '}';
  }

  private static String cut(String text, int maxBytes) {
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      used += bytes(Character.toString(c));
      if (used > maxBytes) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
