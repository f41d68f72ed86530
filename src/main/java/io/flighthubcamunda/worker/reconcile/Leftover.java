package io.flighthubcamunda.worker.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A resource of ours in FlightHub whose instance is gone.
 *
 * @param models UUIDs of those that were running when it was found, or that the instance knew
 * @param keepModels whether the instance was to keep models that became ready
 * @param keepResource whether the instance was to keep its photographs
 * @param why FlightHub's word when it refused; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Leftover(
    String resourceUuid,
    long processInstanceKey,
    List<String> models,
    boolean keepModels,
    boolean keepResource,
    State state,
    String why) {

  public Leftover {
    models = List.copyOf(models);
  }

  /** What became of it. */
  public enum State {
    /** Nothing was done yet. */
    @JsonProperty("found")
    FOUND,
    /** FlightHub was asked to stop a model, or could not be asked just now. */
    @JsonProperty("stopping")
    STOPPING,
    /** Nothing of it is left that was not to be kept. */
    @JsonProperty("settled")
    SETTLED,
    /** FlightHub refused; somebody has to look. */
    @JsonProperty("refused")
    REFUSED
  }

  Leftover now(State newState, String newWhy) {
    return new Leftover(
        resourceUuid, processInstanceKey, models, keepModels, keepResource, newState, newWhy);
  }

  boolean unsettled() {
    return state == State.FOUND || state == State.STOPPING;
  }
}
