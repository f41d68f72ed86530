package io.flighthubcamunda.survey;

import io.flighthubcamunda.api.ReconstructionType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One image set of a survey.
 *
 * @param name unique in its list
 * @param imageFolder the text that leads to the photographs: a real path or {@code s3://…}
 * @param types what is to be made of it, at least one
 * @param parameters type label → parameter object; empty when the list has none for it
 */
public record ListedImageSet(
    String name,
    String imageFolder,
    Set<ReconstructionType> types,
    Map<String, Object> parameters) {

  public ListedImageSet {
    types = Set.copyOf(types);
    parameters = Map.copyOf(parameters);
  }

  /** The types as process variables write them, always in the same order. */
  public List<String> typeLabels() {
    return types.stream().sorted().map(ReconstructionType::label).toList();
  }
}
