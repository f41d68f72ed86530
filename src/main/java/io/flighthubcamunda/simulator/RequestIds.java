package io.flighthubcamunda.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The request ids seen so far; the oldest are forgotten, so that memory stays bounded. */
final class RequestIds {

  private static final int REMEMBERED = 100_000;

  private final Set<String> seen =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** Whether this id is seen for the first time. */
  synchronized boolean fresh(String id) {
    return seen.add(id);
  }
}
