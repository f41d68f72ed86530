package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/** Finds out what a call is about, so that a fault can wait for it. */
final class Subjects {

  private static final Subject NONE = new Subject("", "");

  private final State state;

  Subjects(State state) {
    this.state = state;
  }

  /**
   * @param resourceUuid empty when the call is about no resource that is known
   * @param modelType empty when it is not about a model
   */
  record Subject(String resourceUuid, String modelType) {

    /** Model UUIDs are made here; what a caller knows before is the resource and the type. */
    @Override
    public String toString() {
      return (resourceUuid + " " + modelType).strip();
    }
  }

  Subject of(Operation.Match match, Supplier<JsonNode> body) {
    return switch (match.operation()) {
      case START, UPLOAD_CALLBACK -> new Subject(body.get().path("resource_uuid").asText(""), "");
      case GET_RESOURCE, DELETE_RESOURCE -> new Subject(match.uuid(), "");
      case STOP, GET_MODEL, DELETE_MODEL, DOWNLOAD_URL -> ofModel(match.uuid());
      case SYSTEM_STATUS, PROJECT_LIST, OBTAIN_TOKEN, LIST_RUNNING -> NONE;
    };
  }

  private Subject ofModel(String uuid) {
    return state.locked(
        () ->
            state
                .model(uuid)
                .map(model -> new Subject(model.resource().uuid(), model.type().shortName()))
                .orElse(NONE));
  }
}
