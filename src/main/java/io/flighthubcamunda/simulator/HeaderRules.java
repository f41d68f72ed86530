package io.flighthubcamunda.simulator;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The headers that every call must carry (fact sheet 1.1). */
final class HeaderRules {

  private final Access access;
  private final Projects projects;
  private final RequestIds requestIds = new RequestIds();

  HeaderRules(Access access, Projects projects) {
    this.access = access;
    this.projects = projects;
  }

  /** Returns the project of the call, empty for organization calls. */
  String check(Operation operation, UnaryOperator<String> headers) {
    checkToken(headers);
    checkRequestId(headers);
    checkLanguage(headers);
    return operation.needsProject() ? checkedProject(headers) : "";
  }

  private void checkToken(UnaryOperator<String> headers) {
    // The words of the first one were observed on the live API (fact sheet 1.3).
    String token =
        value(headers, "X-User-Token")
            .orElseThrow(
                () -> RefusalCode.TOKEN_REFUSED.because("X-User-Token not found or empty"));
    if (!token.equals(access.token())) {
      throw RefusalCode.TOKEN_REFUSED.because("X-User-Token is invalid");
    }
  }

  private void checkRequestId(UnaryOperator<String> headers) {
    String id =
        value(headers, "X-Request-Id")
            .orElseThrow(() -> RefusalCode.PARAMETER.because("X-Request-Id not found or empty"));
    try {
      UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw RefusalCode.PARAMETER.because("X-Request-Id must be a UUID");
    }
    if (!requestIds.fresh(id)) {
      throw RefusalCode.REQUEST_ID_REUSED.because("X-Request-Id was used before");
    }
  }

  private void checkLanguage(UnaryOperator<String> headers) {
    value(headers, "X-Language")
        .filter(language -> language.equals("zh") || language.equals("en"))
        .orElseThrow(() -> RefusalCode.PARAMETER.because("X-Language must be zh or en"));
  }

  private String checkedProject(UnaryOperator<String> headers) {
    String project =
        value(headers, "X-Project-Uuid")
            .orElseThrow(
                () -> RefusalCode.CONTEXT_MISSING.because("X-Project-Uuid not found or empty"));
    if (!projects.contains(project)) {
      throw RefusalCode.PROJECT_UNKNOWN.because("project does not exist");
    }
    return project;
  }

  private static Optional<String> value(UnaryOperator<String> headers, String name) {
    return Optional.ofNullable(headers.apply(name)).filter(value -> !value.isBlank());
  }
}
