package io.flighthubcamunda.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds any of many texts in a stream of any length, in one pass: the last eight bytes that went by
 * are looked up among the endings of the texts.
 */
final class TextSearch {

  private static final int ENDING = 8;
  private static final int CHUNK = 1 << 20;
  private static final int FILTER_BITS = 22;

  private final Map<Long, List<byte[]>> byEnding = new HashMap<>();
  private final long[] filter = new long[(1 << FILTER_BITS) / Long.SIZE];
  private int longest = ENDING;
  private final byte[] window;

  /**
   * Not for several threads.
   *
   * @param texts each at least {@link SecretForms#SHORTEST} long
   */
  TextSearch(Collection<String> texts) {
    texts.forEach(this::add);
    window = new byte[longest + CHUNK];
  }

  private void add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    long ending = 0;
    for (int i = bytes.length - ENDING; i < bytes.length; i++) {
      ending = ending << 8 | bytes[i] & 0xff;
    }
    byEnding.computeIfAbsent(ending, unused -> new ArrayList<>()).add(bytes);
    filter[slot(ending) / Long.SIZE] |= 1L << slot(ending);
    longest = Math.max(longest, bytes.length);
  }

  /** Hears of a text that was found. */
  @FunctionalInterface
  interface Hit {
    /**
     * @param window bytes of the stream around it
     * @param begin of the text in the window
     */
    void found(String text, byte[] window, int begin, int windowLength);
  }

  /** Returns how many bytes the stream had. */
  long search(InputStream in, Hit hit) throws IOException {
    int kept = 0;
    long total = 0;
    long ending = 0;
    for (int count; (count = in.readNBytes(window, kept, CHUNK)) > 0; total += count) {
      int end = kept + count;
      for (int i = kept; i < end; i++) {
        ending = ending << 8 | window[i] & 0xff;
        if ((filter[slot(ending) / Long.SIZE] & 1L << slot(ending)) != 0) {
          compare(ending, i + 1, end, hit);
        }
      }
      int rest = Math.min(end, longest);
      System.arraycopy(window, end - rest, window, 0, rest);
      kept = rest;
    }
    return total;
  }

  private void compare(long ending, int textEnd, int windowLength, Hit hit) {
    for (var text : byEnding.getOrDefault(ending, List.of())) {
      int begin = textEnd - text.length;
      if (begin >= 0 && Arrays.equals(text, 0, text.length, window, begin, textEnd)) {
        hit.found(new String(text, StandardCharsets.UTF_8), window, begin, windowLength);
      }
    }
  }

  private static int slot(long ending) {
    return (int) (ending * 0x9E3779B97F4A7C15L >>> Long.SIZE - FILTER_BITS);
  }
}
