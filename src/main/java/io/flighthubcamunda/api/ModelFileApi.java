package io.flighthubcamunda.api;

import feign.Param;
import feign.RequestLine;

/**
 * Files of models (fact sheet 3.7). Whether models of Open modeling have them here is not known
 * (fact sheet 2.16), and older FlightHubs lack the call.
 */
public interface ModelFileApi {

  /**
   * @param fileId may come out of a process variable, so a slash in it is encoded
   */
  @RequestLine(value = "GET /model/download-url/{fileId}", decodeSlash = false)
  DownloadUrl downloadUrl(@Param("fileId") String fileId);
}
