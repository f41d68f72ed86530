package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.value.JobBatchRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.flighthubcamunda.docs.WhatHappensWhen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For how long the engine takes a silent worker for alive. */
@ProductTest
class JobTimeoutsTest {

  private static final String CHECK = "flighthub.image-set.check";
  private static final String UPLOAD = "flighthub.image-set.upload-batch";
  private static final String DOWNLOAD = "flighthub.result.download";

  /** Their time-outs are settings, which are others in tests. */
  private static final List<String> OF_THE_GATE =
      List.of("flighthub.open-model.start", "flighthub.admission.hold-gate");

  private final ProductUnderTest product;

  JobTimeoutsTest(ProductUnderTest product) {
    this.product = product;
  }

  private record Activation(String jobType, Duration timeout) {}

  @Test
  @WhatHappensWhen("a worker dies")
  void shouldLeaveAJobToAnotherWorkerAfterAMinuteOrTwo() {
    // when
    var instance =
        product.reconstruct(product.photographs(5), Map.of("types", List.of("2d"))).awaitEnd();

    // then
    var activations = activations(instance);
    assertThat(activations).extracting(Activation::jobType).contains(CHECK).hasSizeGreaterThan(6);
    assertThat(activations)
        .allSatisfy(
            activation ->
                assertThat(activation.timeout())
                    .as(activation.jobType())
                    .isLessThanOrEqualTo(longest(activation.jobType())));
  }

  /** As README has it. */
  private static Duration longest(String jobType) {
    return switch (jobType) {
      case CHECK, UPLOAD, DOWNLOAD -> Duration.ofMinutes(1);
      default -> Duration.ofMinutes(2);
    };
  }

  private List<Activation> activations(ReconstructionInstance instance) {
    return new ArrayList<>(product.engine().history().records())
        .stream()
            .filter(entry -> entry.getIntent() == JobBatchIntent.ACTIVATED)
            .flatMap(entry -> activations(entry, instance).stream())
            .toList();
  }

  private List<Activation> activations(Record<?> entry, ReconstructionInstance instance) {
    return ((JobBatchRecordValue) entry.getValue())
        .getJobs().stream()
            .filter(
                job ->
                    product.engine().history().belongs(job.getProcessInstanceKey(), instance.key()))
            .filter(job -> !OF_THE_GATE.contains(job.getType()))
            .map(job -> activation(entry, job))
            .toList();
  }

  private static Activation activation(Record<?> entry, JobRecordValue job) {
    return new Activation(
        job.getType(), Duration.ofMillis(job.getDeadline() - entry.getTimestamp()));
  }
}
