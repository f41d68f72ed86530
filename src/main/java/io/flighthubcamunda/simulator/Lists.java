package io.flighthubcamunda.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How lists are written: an empty one can be {@code []} or {@code null} (fact sheet 1.3). */
record Lists(boolean emptyIsNull) {

  List<?> of(List<?> items) {
    return items.isEmpty() && emptyIsNull ? null : items;
  }

  /** {@code data} with the items in {@code list} and further members beside it. */
  Map<String, Object> asData(List<?> items, Map<String, ?> further) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("list", of(items));
    data.putAll(further);
    return data;
  }
}
