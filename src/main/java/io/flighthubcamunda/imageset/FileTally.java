package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.List;

/** Counts files and remembers the first few names, enough for a message. */
final class FileTally {

  private static final int NAMED = 5;

  private final List<String> names = new ArrayList<>(NAMED);
  private int count;

  void add(String name) {
    count++;
    if (names.size() < NAMED) {
      names.add(name);
    }
  }

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Up to five names, and an ellipsis when there are more. */
  String names() {
    return String.join(", ", names) + (count > names.size() ? ", …" : "");
  }
}
