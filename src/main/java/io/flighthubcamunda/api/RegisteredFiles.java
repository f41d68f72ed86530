package io.flighthubcamunda.api;

import java.util.List;

/** What FlightHub says it registered (fact sheet 2.4); names that are missing were not imported. */
public record RegisteredFiles(String resourceUuid, int uploadCount, List<String> fileNameList) {

  public RegisteredFiles {
    fileNameList = fileNameList == null ? List.of() : List.copyOf(fileNameList);
  }
}
