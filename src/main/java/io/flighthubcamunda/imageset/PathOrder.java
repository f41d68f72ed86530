package io.flighthubcamunda.imageset;

import java.util.Comparator;

/**
 * Orders relative paths by their Unicode code points, so that every machine, whatever its locale
 * and file system, puts the same files into the same batch.
 */
final class PathOrder implements Comparator<String> {

  @Override
  public int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Integer.compare(codePointRank(a), codePointRank(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** A surrogate stands for a code point above all others, though its own number is lower. */
  private static int codePointRank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
