package io.flighthubcamunda.drill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who or what broke which rule, in sentences. */
final class Findings {

  private final Map<Check, List<String>> offenders = new EnumMap<>(Check.class);

  void add(Check check, String offender, Object... arguments) {
    offenders
        .computeIfAbsent(check, unused -> new ArrayList<>())
        .add(offender.formatted(arguments));
  }

  List<String> of(Check check) {
    return List.copyOf(offenders.getOrDefault(check, List.of()));
  }
}
