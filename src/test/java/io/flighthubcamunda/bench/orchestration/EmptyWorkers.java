package io.flighthubcamunda.bench.orchestration;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.local.ChildMain;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * A process with handlers that only complete their jobs, with variables of the size that the
 * product writes. What they reach is what the engine and its diagrams allow.
 */
public final class EmptyWorkers {

  /** As many files as the image set of the contest has. */
  static final int FILES = 5;

  private static final int THREADS = 16;
  private static final int JOBS = 32;

  private EmptyWorkers() {}

  public static void main(String[] args) throws InterruptedException {
    ChildMain.stopWithParent();
    try (var client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(args[0]))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(THREADS)
            .build()) {
      answers().forEach((type, variables) -> open(client, type, variables));
      System.out.println("The workers are ready.");
      new CountDownLatch(1).await();
    }
  }

  private static void open(CamundaClient client, String type, Map<String, Object> variables) {
    client
        .newWorker()
        .jobType(type)
        .handler((jobs, job) -> jobs.newCompleteCommand(job).variables(variables).send())
        .maxJobsActive(JOBS)
        .streamEnabled(true)
        .fetchVariables(List.of())
        .open();
  }

  private static Map<String, Map<String, Object>> answers() {
    var uuid = UUID.randomUUID().toString();
    return Map.of(
        "flighthub.image-set.check",
        Map.of(
            "resourceUuid", uuid, "resultFolder", "/results/set-1-" + uuid, "imageSet", imageSet()),
        "flighthub.image-set.upload-batch",
        Map.of("uploadedBatch", uploadedBatch()),
        "flighthub.open-model.upload-callback",
        Map.of("registeredCount", FILES),
        "flighthub.open-model.get-resource",
        Map.of("resource", Map.of("uuid", uuid, "fileCount", FILES, "sizeBytes", 5000)),
        "flighthub.open-model.start",
        Map.of("models", List.of(model(uuid, "queued", "nextCheckIn", "PT0S"))),
        "flighthub.open-model.get-model",
        Map.of("model", model(uuid, "ready", "zipFileKey", "results/" + uuid + "/3d.zip")),
        "flighthub.result.download",
        Map.of("result", Map.of("type", "3d", "file", "/results/3d.zip", "sizeBytes", 5000)),
        "flighthub.reconstruction.clean-up",
        Map.of(
            "cleanUp",
            Map.of(
                "keptModels", List.of(uuid), "deletedModels", List.of(), "resourceDeleted", true)));
  }

  private static Map<String, Object> imageSet() {
    return Map.of(
        "name",
        "set-1",
        "folder",
        "/images/set-1",
        "fingerprint",
        "a".repeat(64),
        "fileCount",
        FILES,
        "imageCount",
        FILES,
        "byteCount",
        5000,
        "batchCount",
        1,
        "leftOut",
        List.of(),
        "warnings",
        List.of());
  }

  private static Map<String, Object> uploadedBatch() {
    return Map.of(
        "callbackParam",
        "c".repeat(60),
        "startedAt",
        "2026-01-01T00:00:00Z",
        "expiresAt",
        "2026-01-01T01:00:00Z",
        "byteCount",
        5000,
        "registeredCount",
        0,
        "files",
        IntStream.rangeClosed(1, FILES)
            .mapToObj(i -> Map.of("name", "DJI_000%d.JPG".formatted(i), "etag", "e".repeat(34)))
            .toList());
  }

  private static Map<String, Object> model(String uuid, String state, String more, String value) {
    return Map.of(
        "type",
        "3d",
        "uuid",
        uuid,
        "state",
        state,
        "progress",
        0,
        "startedAt",
        "2026-01-01T00:00:00Z",
        "phaseSince",
        "2026-01-01T00:00:00Z",
        "checks",
        1,
        more,
        value);
  }
}
