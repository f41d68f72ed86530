package io.flighthubcamunda.api;

import feign.Param;
import feign.RequestLine;

/**
 * The nine Open modeling operations (fact sheet 2.1). Every method throws a {@link
 * FlightHubException} when it brings no result; nothing is retried here. A UUID may come out of a
 * process variable, so a slash in it is encoded and can't lead to another path.
 */
public interface OpenModelApi {

  /** Temporary storage keys with the path and callback value that belong to them. */
  @RequestLine("POST /open_model/stores/obtain_token")
  StorageCredential obtainToken();

  /** Registers up to 100 uploaded files with a resource; the first call creates the resource. */
  @RequestLine("POST /open_model/stores/upload_callback")
  RegisteredFiles uploadCallback(UploadCallback callback);

  @RequestLine(value = "GET /open_model/resource/{resourceUuid}", decodeSlash = false)
  ResourceDetails getResource(@Param("resourceUuid") String resourceUuid);

  /** Marks the resource for deletion; it is gone some time later. */
  @RequestLine(value = "DELETE /open_model/resource/{resourceUuid}", decodeSlash = false)
  void deleteResource(@Param("resourceUuid") String resourceUuid);

  /** Starts one reconstruction per requested type. Not idempotent: each call is billed. */
  @RequestLine("POST /open_model/models/reconstruction/start")
  StartedModels start(StartReconstruction request);

  /** Asks for a stop; the model reaches status 16 some time later, or ends by itself before. */
  @RequestLine(
      value = "POST /open_model/models/{modelUuid}/reconstruction/stop",
      decodeSlash = false)
  void stop(@Param("modelUuid") String modelUuid);

  /** Models being rebuilt now in this project; an older FlightHub may not offer this list. */
  @RequestLine("GET /open_model/models/running")
  RunningModels listRunning();

  @RequestLine(value = "GET /open_model/models/{modelUuid}", decodeSlash = false)
  ModelDetails getModel(@Param("modelUuid") String modelUuid);

  @RequestLine(value = "DELETE /open_model/models/{modelUuid}", decodeSlash = false)
  void deleteModel(@Param("modelUuid") String modelUuid);
}
