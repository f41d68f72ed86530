package io.flighthubcamunda.worker.survey;

import java.nio.charset.StandardCharsets;

/**
 * The beginning of a text, by what it takes as UTF-8: a character may take four bytes, and it is
 * bytes that are limited. Never half a character, which could be no JSON and no path.
 */
final class ShortText {

  private ShortText() {}

  /**
   * @param bytes at most so many
   */
  static String within(int bytes, String text) {
    int end = 0;
    int taken = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      taken += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (taken > bytes) {
        return text.substring(0, end);
      }
      end = next;
    }
    return text;
  }
}
