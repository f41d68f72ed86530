package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.ReconstructionRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The models that one start job is to bring about.
 *
 * @param earlier UUIDs of models that earlier starts of the same instance made. One may have the
 *     resource and the type of a wanted one, and FlightHub may list it as running for a while after
 *     it failed
 */
record WantedModels(String resourceUuid, ReconstructionRequest request, Set<String> earlier) {

  static WantedModels of(StartVariables variables) {
    return new WantedModels(
        variables.resourceUuid(),
        ReconstructionRequest.of(variables.types(), variables.parameters()),
        variables.earlierModels().stream().map(Model::uuid).collect(Collectors.toSet()));
  }

  Set<ReconstructionType> types() {
    return request.types();
  }

  /** Those of the listed models that can only come from the start that this job asks for. */
  Map<ReconstructionType, String> among(List<ModelDetails> listed) {
    var byType = new EnumMap<ReconstructionType, String>(ReconstructionType.class);
    listed.stream()
        .filter(model -> resourceUuid.equals(model.resourceUuid()))
        .filter(model -> !earlier.contains(model.modelUuid()))
        .forEach(
            model ->
                ReconstructionType.ofModelType(model.modelType())
                    .filter(types()::contains)
                    .ifPresent(type -> byType.put(type, model.modelUuid())));
    return byType;
  }
}
