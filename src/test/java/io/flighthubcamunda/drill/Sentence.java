package io.flighthubcamunda.drill;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that an operator is to read and to act on. */
record Sentence(String text) {

  private static final List<Pattern> INTERNALS =
      List.of(
          Pattern.compile("\\bat [\\w.$]+\\([\\w.]*(:\\d+)?\\)"),
          Pattern.compile("\\b(java|javax|jakarta|io|com|org|feign)\\.\\w+\\.[\\w.$]*[A-Z]\\w*"),
          Pattern.compile("\\b[A-Z]\\w*(Exception|Error)\\b"),
          // A variable may have to be set to null; nothing else is ever called that.
          Pattern.compile("(?<!to )\\bnull\\b"));

  private static final Pattern ADVICE =
      Pattern.compile(
          "(?i)\\b(retry|retries|try again|check|set|look|correct|repair|restart|start again"
              + "|complete|choose|ask|see|free|wait)\\b");

  /** What in it is for nobody but developers. */
  Optional<String> internals() {
    return INTERNALS.stream()
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::find)
        .map(MatchResult::group)
        .findFirst();
  }

  /** Whether it says what to do. */
  boolean advises() {
    return ADVICE.matcher(text).find();
  }
}
