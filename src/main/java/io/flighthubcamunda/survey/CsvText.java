package io.flighthubcamunda.survey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a CSV file.
 *
 * @param text without a byte order mark
 * @param separator comma, semicolon (as spreadsheets write it where the comma is part of numbers)
 *     or tab, whichever the first line has most of
 */
record CsvText(String text, char separator) {

  private static final int MOST_BYTES = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char[] SEPARATORS = {',', ';', '\t'};

  /**
   * @throws SurveyListException when it cannot be read as text
   */
  static CsvText read(Path file) {
    try {
      var bytes = beginning(file);
      if (bytes.length > MOST_BYTES) {
        throw Problems.only(
            "The file \"%s\" is too large to be a list of image sets: write one row for each."
                .formatted(file));
      }
      // A decoder of its own: the usual one replaces what it cannot decode.
      var decoder = StandardCharsets.UTF_8.newDecoder();
      String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw notText(file);
      }
      return of(text);
    } catch (CharacterCodingException e) {
      throw notText(file);
    } catch (IOException e) {
      throw Problems.only(
          "The file \"%s\" could not be read (%s).".formatted(file, e.getMessage()));
    }
  }

  /** Not by its size first: it may grow, or be no file that has one. */
  private static byte[] beginning(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  static CsvText of(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    String bare = marked ? text.substring(1) : text;
    return new CsvText(bare, separator(bare.lines().findFirst().orElse("")));
  }

  private static char separator(String header) {
    char best = SEPARATORS[0];
    for (char candidate : SEPARATORS) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static SurveyListException notText(Path file) {
    return Problems.only(
        "The file \"%s\" is not UTF-8 text: save it as \"CSV UTF-8\".".formatted(file));
  }
}
