package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.job.Model;
import java.util.List;
import java.util.Optional;

/** How {@code reconstruct-images} ended for one image set: three of its variables. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImageSetEnd(String outcome, List<Model> models, FailureVariable failure) {

  public ImageSetEnd {
    models = models == null ? List.of() : List.copyOf(models);
  }

  /** Why there is no model, or not every one. */
  Optional<FailureVariable> reason() {
    return failure != null
        ? Optional.of(failure)
        : models.stream().filter(m -> m.failure() != null).map(Model::failure).findFirst();
  }
}
