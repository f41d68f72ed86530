package io.flighthubcamunda.cli;

import io.flighthubcamunda.worker.job.BusinessError;
import io.flighthubcamunda.worker.job.ReconstructionRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is wanted of a reconstruction, the same for every verb that starts some. */
final class RequestOptions {

  @Mixin private TypeOption types;

  @Option(
      names = "--parameters",
      paramLabel = "TYPE=JSON",
      description = "Parameters of a type, such as 3d='{\"quality_level\":2}'.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description =
          "Row of the decision table reconstruction-preset, such as fast-preview, standard or"
              + " high-detail. Default: FlightHub decides.")
  private String preset;

  @Option(names = "--result-folder", description = "Folder for the results, below the result root.")
  private String resultFolder;

  @Option(names = "--keep-resource", description = "Leave the uploaded photographs in FlightHub.")
  private boolean keepResource;

  TypeOption types() {
    return types;
  }

  /** Empty for the default. */
  String resultFolder() {
    return resultFolder == null ? "" : resultFolder;
  }

  /**
   * What the process would check first, here at once.
   *
   * @throws IllegalArgumentException with one sentence
   */
  void requireUsable() {
    try {
      ReconstructionRequest.of(types.labels(), Map.copyOf(parameters));
    } catch (BusinessError e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  /** As process variables; whoever calls may add others. */
  Map<String, Object> variables() {
    var variables = new HashMap<String, Object>();
    variables.put("types", types.labels());
    variables.put("parameters", parameters);
    variables.put("keepResource", keepResource);
    if (preset != null) {
      variables.put("preset", preset);
    }
    if (resultFolder != null) {
      variables.put("resultFolder", resultFolder);
    }
    return variables;
  }
}
