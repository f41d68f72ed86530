package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.flighthubcamunda.api.OrganizationApi;
import io.flighthubcamunda.api.ProjectPage;
import java.util.List;
import org.springframework.stereotype.Component;

/** The calls of organization scope. */
@Component
public class OrganizationWorker {

  private static final int PAGE_SIZE = 100;

  private final OrganizationApi flightHub;

  OrganizationWorker(OrganizationApi flightHub) {
    this.flightHub = flightHub;
  }

  /** Succeeds when FlightHub is reachable and takes the organization key. */
  @JobWorker(type = "flighthub.system.get-status", timeout = JobTimeouts.FEW_CALLS)
  public SystemStatus systemStatus() {
    flightHub.systemStatus();
    return new SystemStatus(true);
  }

  /** Writes {@code projects}: one page of up to 100. */
  @JobWorker(type = "flighthub.project.list", timeout = JobTimeouts.FEW_CALLS)
  public ListedProjects projects(@Variable(name = "page", optional = true) Integer page) {
    return new ListedProjects(flightHub.projects(page == null ? 1 : page, PAGE_SIZE).list());
  }

  /** What the look at FlightHub's status writes. */
  public record SystemStatus(boolean flightHubReachable) {}

  /** What listing projects writes. */
  public record ListedProjects(List<ProjectPage.Project> projects) {}
}
