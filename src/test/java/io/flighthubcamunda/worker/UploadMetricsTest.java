package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.worker.metrics.WorkerMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an upload leaves in the workers' registry and in the process instance. */
@ProductTest
class UploadMetricsTest {

  private static final String UPLOAD = "flighthub.image-set.upload-batch";

  private final ProductUnderTest product;
  private MeterRegistry registry;
  private double bytesBefore;
  private double filesBefore;
  private double uploadedBefore;
  private double failedBefore;
  private long timedBefore;

  UploadMetricsTest(ProductUnderTest product) {
    this.product = product;
  }

  @BeforeEach
  void lookAtTheRegistry() {
    registry = product.worker(MeterRegistry.class);
    bytesBefore = count(WorkerMetric.UPLOAD_BYTES);
    filesBefore = count(WorkerMetric.UPLOAD_FILES);
    uploadedBefore = batches("uploaded");
    failedBefore = batches("failed");
    timedBefore = timed("uploaded");
  }

  @Test
  void shouldCountBytesFilesAndBatchesOfAnUpload() {
    // given
    var folder = product.photographs(12);

    // when
    product.reconstruct(folder).awaitEnd();

    // then
    assertThat(count(WorkerMetric.UPLOAD_BYTES) - bytesBefore).isEqualTo(size(folder));
    assertThat(count(WorkerMetric.UPLOAD_FILES) - filesBefore).isEqualTo(12);
    assertThat(batches("uploaded") - uploadedBefore).isEqualTo(3);
    assertThat(timed("uploaded") - timedBefore).isEqualTo(3);
    assertThat(batches("failed")).isEqualTo(failedBefore);
  }

  @Test
  void shouldCountABatchThatFailedAndWasTriedAgain() {
    // given
    product.simulator().faults().next(Operation.OBTAIN_TOKEN, new Fault.HttpStatus(503));

    // when
    product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(batches("failed") - failedBefore).isEqualTo(1);
    assertThat(batches("uploaded") - uploadedBefore).isEqualTo(1);
  }

  @Test
  void shouldTagMetricsWithTheOutcomeAlone() {
    // given
    product.reconstruct(product.photographs(5)).awaitEnd();

    // when
    Set<String> tags =
        registry.getMeters().stream()
            .filter(meter -> meter.getId().getName().startsWith("flighthub.upload"))
            .flatMap(meter -> meter.getId().getTags().stream())
            .map(Tag::toString)
            .collect(Collectors.toSet());

    // then
    assertThat(tags)
        .containsExactlyInAnyOrder(
            "tag(outcome=uploaded)", "tag(outcome=failed)", "tag(outcome=cancelled)");
  }

  @Test
  void shouldLeaveTheWholeOfTheUploadInTheProgressVariable() {
    // given
    var folder = product.photographs(12);

    // when
    var instance = product.reconstruct(folder).awaitEnd();

    // then
    var upload = uploadOf(instance);
    var progress = upload.variable("uploadProgress");
    assertThat(progress.path("batches").asInt()).isEqualTo(3);
    assertThat(progress.path("batchCount").asInt()).isEqualTo(3);
    assertThat(progress.path("files").asInt()).isEqualTo(12);
    assertThat(progress.path("bytes").asLong()).isEqualTo(size(folder));
    assertThat(progress.path("byteCount").asLong()).isEqualTo(size(folder));
    assertThat(progress.path("startedAt").asText()).endsWith("Z");
    assertThat(instance.variable("uploadProgress").isMissingNode()).isTrue();
  }

  private ReconstructionInstance uploadOf(ReconstructionInstance instance) {
    var job = product.engine().history().jobs(instance.key(), UPLOAD).getFirst();
    return new ReconstructionInstance(
        product.engine(), job.value().getProcessInstanceKey(), instance.resourceUuid());
  }

  private double count(WorkerMetric metric) {
    return registry.get(metric.getName()).counter().count();
  }

  private double batches(String outcome) {
    return registry
        .get(WorkerMetric.UPLOAD_BATCHES.getName())
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private long timed(String outcome) {
    return registry
        .get(WorkerMetric.UPLOAD_BATCH_DURATION.getName())
        .tag("outcome", outcome)
        .timer()
        .count();
  }

  private static long size(Path folder) {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
