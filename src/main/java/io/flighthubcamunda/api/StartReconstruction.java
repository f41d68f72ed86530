package io.flighthubcamunda.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The start request (fact sheet 2.7). Each parameter object travels as JSON inside a string; types
 * that are not asked for are left out.
 *
 * @param deleteResourceIfFinish always false here: whether FlightHub deletes after the first or the
 *     last of several types is not known, so we delete explicitly
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartReconstruction(
    String resourceUuid,
    @JsonProperty("parameter_2d") String parameter2d,
    @JsonProperty("parameter_3d") String parameter3d,
    @JsonProperty("parameter_3dgs") String parameter3dgs,
    @JsonProperty("parameter_lidar") String parameterLidar,
    boolean deleteResourceIfFinish) {

  private static final String WRAPPER = "parameter";

  /**
   * @param parameters for each type that is wanted its parameter object, with or without the outer
   *     member {@code parameter}
   * @throws IllegalArgumentException when no type is wanted
   */
  public static StartReconstruction of(
      String resourceUuid, Map<ReconstructionType, ObjectNode> parameters) {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("A reconstruction needs at least one type.");
    }
    return new StartReconstruction(
        resourceUuid,
        inString(parameters.get(ReconstructionType.TWO_D)),
        inString(parameters.get(ReconstructionType.THREE_D)),
        inString(parameters.get(ReconstructionType.THREE_DGS)),
        inString(parameters.get(ReconstructionType.LIDAR)),
        false);
  }

  private static String inString(ObjectNode parameter) {
    if (parameter == null) {
      return null;
    }
    JsonNode wrapped =
        parameter.has(WRAPPER)
            ? parameter
            : parameter.objectNode().<ObjectNode>set(WRAPPER, parameter);
    return wrapped.toString();
  }
}
