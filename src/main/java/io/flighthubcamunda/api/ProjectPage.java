package io.flighthubcamunda.api;

import java.util.List;
import java.util.Objects;

/** One page of the organization's projects (fact sheet 3.2). */
public record ProjectPage(List<Project> list) {

  public ProjectPage {
    list = list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  public record Project(String uuid, String name, String introduction, String orgUuid) {}
}
