package io.flighthubcamunda.worker.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A resource with running models of which it can't be said whether anybody still wants them.
 *
 * @param resourceUuid empty when FlightHub names none
 * @param models UUIDs
 * @param why a sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NotJudged(String resourceUuid, List<String> models, String why) {

  public NotJudged {
    models = List.copyOf(models);
  }
}
