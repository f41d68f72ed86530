package io.flighthubcamunda.cli;

import java.util.List;
import java.util.OptionalLong;

/**
 * What is to be cancelled.
 *
 * @param what it is, as the middle of a sentence
 * @param resourceUuids that the messages go to
 * @param instanceKey whose end shows that it is done; empty when it is not known
 */
record CancelTarget(String what, List<String> resourceUuids, OptionalLong instanceKey) {

  static CancelTarget reconstruction(String resourceUuid, OptionalLong instanceKey) {
    return new CancelTarget(
        "the reconstruction with resource " + resourceUuid, List.of(resourceUuid), instanceKey);
  }
}
