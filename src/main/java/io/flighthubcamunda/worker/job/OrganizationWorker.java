package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.flighthubcamunda.api.OrganizationApi;
import java.util.Map;
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
  @JobWorker(type = "flighthub.system.get-status")
  public Map<String, Object> systemStatus() {
    flightHub.systemStatus();
    return Map.of("flightHubReachable", true);
  }

  /** Writes {@code projects}: one page of up to 100. */
  @JobWorker(type = "flighthub.project.list")
  public Map<String, Object> projects(@Variable(name = "page", optional = true) Integer page) {
    return Map.of("projects", flightHub.projects(page == null ? 1 : page, PAGE_SIZE).list());
  }
}
