package io.flighthubcamunda.api;

import java.util.List;
import java.util.Objects;

/** What FlightHub says it registered (fact sheet 2.4); names that are missing were not imported. */
public record RegisteredFiles(String resourceUuid, int uploadCount, List<String> fileNameList) {

  public RegisteredFiles {
    fileNameList =
        fileNameList == null ? List.of() : fileNameList.stream().filter(Objects::nonNull).toList();
  }
}
