package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.SimulatedResource;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several worker processes, as on several machines: the engine alone shares the batches out. */
@Tag("processes")
class SpreadUploadTest {

  private static final String UPLOAD = "flighthub.image-set.upload-batch";
  private static final int FILES_PER_BATCH = 5;
  private static final int WORKERS = 3;

  @TempDir private static Path directory;
  private static Path images;
  private static Path results;
  private static VirtualEngine engine;
  private static Simulator simulator;
  private static final List<WorkerProcess> workers = new ArrayList<>();

  @BeforeAll
  static void startEngineFlightHubAndWorkers() throws IOException {
    var real = directory.toRealPath();
    images = Files.createDirectories(real.resolve("images"));
    results = Files.createDirectories(real.resolve("results"));
    engine = VirtualEngine.start();
    simulator = Simulator.start(SimulatorSettings.defaults().withClock(engine.clock()));
    IntStream.range(0, WORKERS).forEach(i -> workers.add(startedWorker(i)));
    workers.forEach(WorkerProcess::awaitReady);
  }

  @AfterAll
  static void stop() {
    workers.forEach(WorkerProcess::close);
    // The class may be run again in the same process.
    workers.clear();
    simulator.close();
    engine.close();
  }

  @Test
  void shouldShareTheBatchesOfOneImageSet() {
    // given
    int batches = 24;
    long uploadsBefore = simulator.flightHub().uploads();
    var batchesBefore = workers.stream().map(SpreadUploadTest::batchesUploaded).toList();

    // when
    var instance = reconstruct("shared", batches);
    awaitUploaded(instance);

    // then
    var shares =
        IntStream.range(0, WORKERS)
            .mapToObj(i -> batchesUploaded(workers.get(i)) - batchesBefore.get(i))
            .toList();
    assertThat(shares).allSatisfy(share -> assertThat(share).isPositive());
    assertThat(shares.stream().mapToLong(Long::longValue).sum())
        .as("%s", shares)
        .isEqualTo(batches);
    assertThat(simulator.flightHub().uploads() - uploadsBefore)
        .as("uploads of objects")
        .isEqualTo(batches * FILES_PER_BATCH);
    assertThat(resource(instance).fileNames()).hasSize(batches * FILES_PER_BATCH);
    assertThat(progress(instance).path("files").asInt()).isEqualTo(batches * FILES_PER_BATCH);
    assertThat(progress(instance).path("batches").asInt()).isEqualTo(batches);
  }

  @Test
  void shouldFinishTheUploadFirstThatBeganFirst() {
    // given
    int batches = 12;

    // when
    long before = batchesUploaded();
    var first = reconstruct("first", batches);
    // Checks run side by side, and the second one might be through before the first.
    engine.awaitWithoutTimePassing("the first batch", () -> batchesUploaded() > before);
    var second = reconstruct("second", batches);
    awaitUploaded(first);
    awaitUploaded(second);

    // then
    var order = uploadsInOrderOfTheirEnd();
    int lastOfFirst = order.lastIndexOf(uploadOf(first));
    assertThat(order.subList(0, lastOfFirst))
        .filteredOn(upload -> upload.equals(uploadOf(second)))
        .as("batches of the second upload that ended before the first upload was done")
        .hasSizeLessThan(batches / 2);
  }

  private static WorkerProcess startedWorker(int number) {
    return WorkerLaunch.of(engine.grpcAddress(), simulator, images, results)
        .hurried()
        .with(
            "flighthub.upload.min-parallel-files=1",
            "flighthub.upload.max-parallel-files=1",
            "flighthub.batch.max-files=" + FILES_PER_BATCH)
        .start(directory.resolve("worker-%d.log".formatted(number)));
  }

  private static ReconstructionInstance reconstruct(String name, int batches) {
    var folder = Photographs.into(images.resolve(name), batches * FILES_PER_BATCH);
    return engine.reconstruct(Map.of("imageFolder", folder.toString(), "resultFolder", name));
  }

  private static void awaitUploaded(ReconstructionInstance instance) {
    engine.awaitWithoutTimePassing(
        "the upload of instance " + instance.key(),
        () -> {
          assertThat(instance.messages()).as("incidents").isEmpty();
          return instance.passed().contains("UploadImages");
        });
  }

  private static long batchesUploaded() {
    return workers.stream().mapToLong(SpreadUploadTest::batchesUploaded).sum();
  }

  private static long batchesUploaded(WorkerProcess worker) {
    return worker.output().lines().filter(line -> line.contains(" uploaded: ")).count();
  }

  private static SimulatedResource resource(ReconstructionInstance instance) {
    return simulator.flightHub().resources().stream()
        .filter(resource -> resource.uuid().equals(instance.resourceUuid()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode progress(ReconstructionInstance instance) {
    return new ReconstructionInstance(engine, uploadOf(instance), instance.resourceUuid())
        .variable("uploadProgress");
  }

  /** The key of the called instance that uploads. */
  private static long uploadOf(ReconstructionInstance instance) {
    return engine.history().jobs(instance.key(), UPLOAD).getFirst().value().getProcessInstanceKey();
  }

  private static List<Long> uploadsInOrderOfTheirEnd() {
    return engine.history().records().stream()
        .filter(entry -> entry.getValueType() == ValueType.JOB)
        .filter(entry -> entry.getIntent() == JobIntent.COMPLETED)
        .map(entry -> (JobRecordValue) entry.getValue())
        .filter(job -> job.getType().equals(UPLOAD))
        .map(JobRecordValue::getProcessInstanceKey)
        .toList();
  }
}
