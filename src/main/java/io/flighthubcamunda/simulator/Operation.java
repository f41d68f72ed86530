package io.flighthubcamunda.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations that are served, with the singular and plural traps of fact sheet 2.1. */
public enum Operation {
  SYSTEM_STATUS("GET", "/system_status", false),
  PROJECT_LIST("GET", "/project", false),
  OBTAIN_TOKEN("POST", "/open_model/stores/obtain_token", true),
  UPLOAD_CALLBACK("POST", "/open_model/stores/upload_callback", true),
  GET_RESOURCE("GET", "/open_model/resource/{uuid}", true),
  DELETE_RESOURCE("DELETE", "/open_model/resource/{uuid}", true),
  START("POST", "/open_model/models/reconstruction/start", true),
  STOP("POST", "/open_model/models/{uuid}/reconstruction/stop", true),
  LIST_RUNNING("GET", "/open_model/models/running", true),
  GET_MODEL("GET", "/open_model/models/{uuid}", true),
  DELETE_MODEL("DELETE", "/open_model/models/{uuid}", true),
  DOWNLOAD_URL("GET", "/model/download-url/{uuid}", true);

  private final String method;
  private final Pattern path;
  private final boolean needsProject;

  Operation(String method, String template, boolean needsProject) {
    this.method = method;
    this.path = Pattern.compile(template.replace("{uuid}", "([^/]+)"));
    this.needsProject = needsProject;
  }

  /** Whether the call belongs to a project and needs {@code X-Project-Uuid}. */
  public boolean needsProject() {
    return needsProject;
  }

  /** Whether the call changes what FlightHub remembers. */
  boolean changes() {
    return !method.equals("GET");
  }

  /** The operation of a path without its prefix. LIST_RUNNING stands before GET_MODEL and wins. */
  static Optional<Match> match(String method, String path) {
    return Arrays.stream(values())
        .filter(operation -> operation.method.equals(method))
        .flatMap(operation -> operation.match(path).stream())
        .findFirst();
  }

  private Optional<Match> match(String actual) {
    Matcher matcher = path.matcher(actual);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(new Match(this, matcher.groupCount() == 0 ? "" : matcher.group(1)));
  }

  /**
   * @param uuid what stands in the path where a UUID belongs, or empty
   */
  record Match(Operation operation, String uuid) {}
}
