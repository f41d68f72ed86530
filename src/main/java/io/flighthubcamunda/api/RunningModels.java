package io.flighthubcamunda.api;

import java.util.List;
import java.util.Objects;

/** Models being rebuilt now (fact sheet 2.9); {@code null} means none. */
public record RunningModels(List<ModelDetails> list) {

  public RunningModels {
    list = list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  /** Those made from one resource. */
  public List<ModelDetails> ofResource(String resourceUuid) {
    return list.stream().filter(model -> resourceUuid.equals(model.resourceUuid())).toList();
  }
}
