package io.flighthubcamunda.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.Map;

/** One member per requested type (fact sheet 2.7). A member may carry a failure of its own. */
public record StartedModels(
    @JsonProperty("model_2d") Started model2d,
    @JsonProperty("model_3d") Started model3d,
    @JsonProperty("model_3dgs") Started model3dgs,
    @JsonProperty("model_lidar") Started modelLidar) {

  /** The members that are there, by type. */
  public Map<ReconstructionType, Started> byType() {
    var byType = new EnumMap<ReconstructionType, Started>(ReconstructionType.class);
    putIfStarted(byType, ReconstructionType.TWO_D, model2d);
    putIfStarted(byType, ReconstructionType.THREE_D, model3d);
    putIfStarted(byType, ReconstructionType.THREE_DGS, model3dgs);
    putIfStarted(byType, ReconstructionType.LIDAR, modelLidar);
    return byType;
  }

  private static void putIfStarted(
      Map<ReconstructionType, Started> byType, ReconstructionType type, Started started) {
    if (started != null && started.uuid() != null && !started.uuid().isBlank()) {
      byType.put(type, started);
    }
  }

  /**
   * @param uuid the model's UUID for all later calls
   * @param status model status number
   * @param subErrorCode 0 = no error
   */
  public record Started(String uuid, int status, int subErrorCode) {}
}
