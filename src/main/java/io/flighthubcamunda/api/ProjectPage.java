package io.flighthubcamunda.api;

import java.util.List;

/** One page of the organization's projects (fact sheet 3.2). */
public record ProjectPage(List<Project> list) {

  public ProjectPage {
    list = list == null ? List.of() : List.copyOf(list);
  }

  public record Project(String uuid, String name, String introduction, String orgUuid) {}
}
