package io.flighthubcamunda.api;

import java.util.List;
import java.util.Objects;

/**
 * A named set of uploaded files (fact sheet 2.5).
 *
 * @param status the raw number; see {@link #state()}
 * @param resourceSize bytes
 * @param fileNames the registered files
 */
public record ResourceDetails(
    String resourceUuid, int status, long resourceSize, List<String> fileNames) {

  public ResourceDetails {
    fileNames =
        fileNames == null ? List.of() : fileNames.stream().filter(Objects::nonNull).toList();
  }

  /** Numbers by order of the documented names (fact sheet 2.11). */
  public State state() {
    return switch (status) {
      case 1 -> State.IMPORTED;
      case 2 -> State.WAITING_FOR_DELETION;
      case 3 -> State.DELETED;
      default -> State.UNKNOWN;
    };
  }

  public enum State {
    IMPORTED,
    WAITING_FOR_DELETION,
    DELETED,
    UNKNOWN
  }
}
