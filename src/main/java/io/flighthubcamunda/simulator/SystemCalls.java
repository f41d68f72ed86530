package io.flighthubcamunda.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** System status and project list (fact sheet 3.1 and 3.2). */
final class SystemCalls {

  private static final int LARGEST_PAGE = 100;
  private static final String ORGANIZATION = "0f6b1a52-4d0e-4c39-8a55-5d0f5a1f9c77";
  private static final long CREATED_AT = 1_767_225_600;

  private final Projects projects;
  private final Lists lists;

  SystemCalls(Projects projects, Lists lists) {
    this.projects = projects;
    this.lists = lists;
  }

  /** Answers without {@code data}. */
  Optional<Object> status(Call call) {
    return Optional.empty();
  }

  record Project(
      String name,
      String introduction,
      String uuid,
      String orgUuid,
      long createdAt,
      long updatedAt) {}

  Optional<Object> projects(Call call) {
    int page = number(call, "page", 1);
    int pageSize = number(call, "page_size", 20);
    if (pageSize > LARGEST_PAGE) {
      throw RefusalCode.PARAMETER.because("page_size must not exceed %d", LARGEST_PAGE);
    }
    List<String> uuids = projects.uuids();
    List<Project> shown =
        uuids.stream()
            .skip((page - 1L) * pageSize)
            .limit(pageSize)
            .map(uuid -> project(uuid, uuids.indexOf(uuid) + 1))
            .toList();
    return Optional.of(
        lists.asData(
            shown,
            Map.of(
                "pagination", Map.of("page", page, "page_size", pageSize, "total", uuids.size()))));
  }

  private static Project project(String uuid, int number) {
    return new Project(
        "Simulated project " + number, "", uuid, ORGANIZATION, CREATED_AT, CREATED_AT);
  }

  private static int number(Call call, String name, int otherwise) {
    String text = call.query().getOrDefault(name, String.valueOf(otherwise));
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw RefusalCode.PARAMETER.because("%s must be a positive number", name);
    }
    return Integer.parseInt(text);
  }
}
