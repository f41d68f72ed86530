package io.flighthubcamunda.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page for people.
 *
 * @param text Markdown; commands that go on in the next line are one line
 */
record Page(Path file, String text) {

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  static Page of(String file) {
    return of(Path.of(file));
  }

  static Stream<Page> all() {
    try (var docs = Files.list(Path.of("docs"))) {
      var parts = docs.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      var front = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of);
      return Stream.concat(front, parts.stream()).map(Page::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page of(Path file) {
    try {
      return new Page(file, Files.readString(file).replaceAll("\\\\\n\\s*", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the line of a heading to the next one of the same level. */
  Page section(String heading) {
    var begin = text.indexOf("\n" + heading + "\n");
    if (begin < 0) {
      throw new AssertionError("%s has no section \"%s\"".formatted(file, heading));
    }
    var level = heading.substring(0, heading.indexOf(' ') + 1);
    var end = text.indexOf("\n" + level, begin + heading.length());
    return new Page(file, end < 0 ? text.substring(begin) : text.substring(begin, end));
  }

  /** The first column of all tables. */
  Page firstColumn() {
    var cells =
        text.lines().map(String::strip).filter(line -> line.startsWith("| ")).map(Page::firstCell);
    return new Page(file, String.join("\n", cells.toList()));
  }

  /** What stands in backticks within a line. */
  List<String> code() {
    return all(CODE, CODE_BLOCK.matcher(text).replaceAll(""));
  }

  List<String> links() {
    return all(LINK, CODE_BLOCK.matcher(text).replaceAll(""));
  }

  /** As GitHub makes them of headings. */
  List<String> anchors() {
    return all(HEADING, CODE_BLOCK.matcher(text).replaceAll("")).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .toList();
  }

  /** The first group of each match. */
  List<String> find(Pattern pattern) {
    return all(pattern, text);
  }

  private static String firstCell(String row) {
    return row.substring(1, row.indexOf('|', 1));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(Page::firstGroup).toList();
  }

  private static String firstGroup(MatchResult match) {
    return match.group(1);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
