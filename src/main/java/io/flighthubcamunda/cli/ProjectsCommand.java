package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.OrganizationApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the projects that the organization key can see. */
@Command(
    name = "projects",
    mixinStandardHelpOptions = true,
    description =
        "List the projects of your organization with their UUIDs. Needs FLIGHTHUB_TOKEN"
            + " and flighthub.base-url.")
final class ProjectsCommand extends PropertyVerb implements Callable<Integer> {

  private static final int PAGE_SIZE = 100;

  @Override
  public Integer call() {
    try (var context = EngineClient.open(properties())) {
      var flightHub = context.getBean(OrganizationApi.class);
      var out = command().commandLine().getOut();
      for (int page = 1; ; page++) {
        var projects = flightHub.projects(page, PAGE_SIZE).list();
        projects.forEach(project -> out.printf("%s  %s%n", project.uuid(), project.name()));
        if (projects.size() < PAGE_SIZE) {
          out.flush();
          return ExitCode.OK;
        }
      }
    }
  }
}
