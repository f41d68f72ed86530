package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.api.FlightHubAnswerLostException;
import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.UploadCallback;
import io.flighthubcamunda.upload.UploadedFile;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.flighthubcamunda.worker.config.FlightHubProperties.EtagForm;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells FlightHub which files are in its store, and which resource they belong to. */
@Component
final class BatchRegistration {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRegistration.class);

  private final CamundaClient engine;
  private final OpenModelApi flightHub;
  private final EtagForm etagForm;

  BatchRegistration(CamundaClient engine, OpenModelApi flightHub, FlightHubProperties properties) {
    this.engine = engine;
    this.flightHub = flightHub;
    this.etagForm = properties.upload().etag();
  }

  /**
   * The resource that files are registered with.
   *
   * @param name may be null
   * @param keep whether its images stay in FlightHub even when the process instance was cancelled
   *     meanwhile
   */
  record Target(String resourceUuid, String name, boolean keep) {}

  /**
   * Registers files; those that FlightHub leaves out of its answer are sent once more. Whatever
   * becomes of it, no resource is left behind for an instance that ended meanwhile.
   *
   * @param files any number up to 100
   * @return the files that FlightHub left out twice
   */
  List<UploadedFile> register(
      Target target, String callbackParam, List<UploadedFile> files, ActivatedJob job) {
    if (files.isEmpty()) {
      return List.of();
    }
    try {
      var missing = send(target, callbackParam, files);
      if (!missing.isEmpty()) {
        missing = send(target, callbackParam, missing);
      }
      deleteUnlessAwaited(target, job);
      return missing;
    } catch (FlightHubAnswerLostException e) {
      deleteUnlessAwaited(target, job);
      throw e;
    }
  }

  private List<UploadedFile> send(Target target, String callbackParam, List<UploadedFile> files) {
    var answer =
        flightHub.uploadCallback(
            new UploadCallback(
                target.resourceUuid(),
                target.name(),
                callbackParam,
                files.stream().map(this::registration).toList()));
    var registered = new HashSet<>(answer.fileNameList());
    return files.stream().filter(file -> !registered.contains(file.name())).toList();
  }

  private UploadCallback.File registration(UploadedFile file) {
    return new UploadCallback.File(
        file.name(),
        switch (etagForm) {
          case AS_RECEIVED -> file.etag();
          case UNQUOTED -> file.etag().replace("\"", "");
        });
  }

  /** Cancelled while FlightHub registered: the clean-up found no resource, and there is one now. */
  private void deleteUnlessAwaited(Target target, ActivatedJob job) {
    if (target.keep() || !new WaitingInstance(engine, job).ended()) {
      return;
    }
    try {
      flightHub.deleteResource(target.resourceUuid());
      LOG.info("Deleted resource {}: its process instance had ended", target.resourceUuid());
    } catch (FlightHubException e) {
      LOG.warn(
          "Resource {} belongs to a process instance that ended, and could not be deleted: {}",
          target.resourceUuid(),
          e.getMessage());
    }
  }
}
