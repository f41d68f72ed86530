package io.flighthubcamunda.simulator;

import java.util.UUID;

/**
 * Who may call: one organization key and the projects it sees (fact sheet 1.1).
 *
 * @param token value of {@code X-User-Token}; never printed
 * @param projectUuid UUID of the first project
 * @param projectCount how many projects the project list shows, 1 or more
 */
// No @RecordBuilder as on the other groups: the generated builder would print the token.
public record Access(String token, String projectUuid, int projectCount) {

  public Access {
    if (token.isBlank()) {
      throw new IllegalArgumentException("The organization key of the simulator cannot be empty.");
    }
    try {
      UUID.fromString(projectUuid);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The project must be a UUID, not '%s'.".formatted(projectUuid), e);
    }
    if (projectCount < 1) {
      throw new IllegalArgumentException(
          "The simulator needs at least one project, not %d.".formatted(projectCount));
    }
  }

  static Access defaults() {
    return new Access("simulator-organization-key", "5f1d6c3e-8a0b-4b7e-9d53-0c9b6f2a7e11", 1);
  }

  @Override
  public String toString() {
    return "Access[token=***, projectUuid=%s, projectCount=%d]"
        .formatted(projectUuid, projectCount);
  }
}
