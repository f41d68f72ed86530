package io.flighthubcamunda.drill;

import io.flighthubcamunda.simulator.ModelType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reconstruction of a drill, as it was drawn.
 *
 * @param number 1 for the first of the drill
 * @param name its name in FlightHub and in the report
 * @param folder its photographs
 * @param fileNames of the photographs; no other reconstruction has one of the same name
 * @param keepResource whether the photographs are to stay in FlightHub
 * @param keepModels whether models that became ready are to stay in FlightHub
 * @param mishap what goes wrong on purpose
 * @param keyEnds whether the temporary key of one of its batches ends too early, and with it all
 *     that was sent and not registered yet
 * @param cancelledAfter when somebody cancels it by message, if anybody does
 */
record Reconstruction(
    int number,
    String name,
    String resourceUuid,
    Path folder,
    List<String> fileNames,
    List<ModelType> types,
    boolean keepResource,
    boolean keepModels,
    Mishap mishap,
    boolean keyEnds,
    Optional<Duration> cancelledAfter) {

  /** Long enough for every model that does not stand still. */
  private static final String LIMIT_OF_A_STUCK_MODEL = "PT8S";

  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("imageFolder", folder.toString());
    variables.put("imageSetName", name);
    variables.put("resourceUuid", resourceUuid);
    variables.put("resultFolder", name);
    variables.put("types", types.stream().map(ModelType::shortName).toList());
    variables.put("keepResource", keepResource);
    variables.put("keepModels", keepModels);
    if (mishap == Mishap.PROGRESS_STUCK) {
      variables.put("reconstructionTimeLimit", LIMIT_OF_A_STUCK_MODEL);
    }
    return variables;
  }

  /** As a report names it. */
  @Override
  public String toString() {
    return "%s (%s)".formatted(name, mishap.name().toLowerCase().replace('_', ' '));
  }
}
