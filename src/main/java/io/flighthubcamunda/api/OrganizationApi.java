package io.flighthubcamunda.api;

import feign.Param;
import feign.RequestLine;

/** Calls of organization scope: they carry no project header (fact sheet 3.1, 3.2). */
public interface OrganizationApi {

  /** Returns normally when FlightHub is reachable and takes the token. */
  @RequestLine("GET /system_status")
  void systemStatus();

  /**
   * @param page from 1
   * @param pageSize 1 to 100
   */
  @RequestLine("GET /project?page={page}&page_size={pageSize}&usage=simple")
  ProjectPage projects(@Param("page") int page, @Param("pageSize") int pageSize);
}
