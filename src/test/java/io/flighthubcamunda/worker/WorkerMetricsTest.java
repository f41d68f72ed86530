package io.flighthubcamunda.worker;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import io.flighthubcamunda.worker.metrics.WorkerMetric;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reconstruction leaves in the workers' registry. */
@ProductTest
class WorkerMetricsTest {

  private static final String GET_MODEL = "flighthub.open-model.get-model";
  private static final String START = "flighthub.open-model.start";

  private final ProductUnderTest product;
  private MeterRegistry registry;

  WorkerMetricsTest(ProductUnderTest product) {
    this.product = product;
  }

  @BeforeEach
  void takeTheRegistry() {
    registry = product.worker(MeterRegistry.class);
  }

  @Test
  void shouldHaveTheDocumentedMetricsAndNoOther() {
    // given
    product.reconstruct(product.photographs(5)).awaitEnd();

    // when
    var registered = ours().map(WorkerMetricsTest::signature).collect(toSet());

    // then
    assertThat(registered)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(WorkerMetric.values())
                .map(WorkerMetricsTest::signature)
                .collect(toSet()));
  }

  @Test
  void shouldNameNoInstanceImageSetOrFileInATag() {
    // given
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // when
    var values = ours().flatMap(meter -> meter.getId().getTags().stream()).map(Tag::getValue);

    // then
    assertThat(values.collect(toSet()))
        .hasSizeLessThan(60)
        .noneMatch(value -> value.contains(instance.resourceUuid()))
        .allMatch(value -> value.matches("[a-z0-9.-]{2,50}"));
  }

  @Test
  void shouldCountCallsJobsAndTheModelThatBecameReady() {
    // given
    var calls = calls("start", "ok");
    var checks = jobs(GET_MODEL, "completed");
    var starts = jobs(START, "completed");
    var admitted = count(WorkerMetric.STARTS, "outcome", "started");
    var ready = count(WorkerMetric.MODELS, "type", "3d", "outcome", "ready");

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(calls("start", "ok") - calls).isEqualTo(1);
    assertThat(jobs(START, "completed") - starts).isEqualTo(1);
    assertThat(jobs(GET_MODEL, "completed") - checks)
        .isEqualTo(instance.variable("models").get(0).path("checks").asInt());
    assertThat(count(WorkerMetric.STARTS, "outcome", "started") - admitted).isEqualTo(1);
    assertThat(count(WorkerMetric.MODELS, "type", "3d", "outcome", "ready") - ready).isEqualTo(1);
  }

  @Test
  void shouldTimeThePhasesOfAModel() {
    // given
    var queue = phase(WorkerMetric.MODEL_QUEUE_DURATION, "passed");
    var reconstruction = phase(WorkerMetric.MODEL_RECONSTRUCTION_DURATION, "passed");
    var checks = registry.get(WorkerMetric.MODEL_CHECKS.getName()).tag("type", "3d").summary();
    var queued = seconds(queue);
    var reconstructed = seconds(reconstruction);
    var checked = checks.totalAmount();

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then: 10 s queued and 1 min reconstructing, and what the checks were late
    assertThat(seconds(queue) - queued).isBetween(9.0, 60.0);
    assertThat(seconds(reconstruction) - reconstructed).isBetween(30.0, 120.0);
    assertThat(checks.totalAmount() - checked)
        .isEqualTo(instance.variable("models").get(0).path("checks").asInt());
  }

  @Test
  void shouldCountAFailedModelAndItsBpmnError() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(1));
    var errors = jobs(GET_MODEL, "error");
    var failed = count(WorkerMetric.MODELS, "type", "3d", "outcome", "failed");
    var timed = phase(WorkerMetric.MODEL_RECONSTRUCTION_DURATION, "failed").count();

    // when
    product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(jobs(GET_MODEL, "error") - errors).isEqualTo(1);
    assertThat(count(WorkerMetric.MODELS, "type", "3d", "outcome", "failed") - failed).isEqualTo(1);
    assertThat(phase(WorkerMetric.MODEL_RECONSTRUCTION_DURATION, "failed").count() - timed)
        .isEqualTo(1);
  }

  @Test
  void shouldCountAnIncidentThatAPersonMustResolve() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.Code(200401, "no"));
    var lasting = count(WorkerMetric.INCIDENTS, "cause", "lasting");
    var incidents = jobs(START, "incident");
    var refused = calls("start", "token-refused");

    // when
    product.reconstruct(product.photographs(5)).awaitIncident();

    // then
    assertThat(count(WorkerMetric.INCIDENTS, "cause", "lasting") - lasting).isEqualTo(1);
    assertThat(jobs(START, "incident") - incidents).isEqualTo(1);
    assertThat(calls("start", "token-refused") - refused).isEqualTo(1);
  }

  @Test
  void shouldCountAnIncidentWhenAllTriesAreUsedUp() {
    // given
    for (int i = 0; i < 8; i++) {
      product.simulator().faults().next(Operation.GET_RESOURCE, new Fault.HttpStatus(503));
    }
    var usedUp = count(WorkerMetric.INCIDENTS, "cause", "tries-used-up");
    var failed = jobs("flighthub.open-model.get-resource", "failed");

    // when
    product.reconstruct(product.photographs(5)).awaitIncident();

    // then
    assertThat(count(WorkerMetric.INCIDENTS, "cause", "tries-used-up") - usedUp).isEqualTo(1);
    assertThat(jobs("flighthub.open-model.get-resource", "failed") - failed).isEqualTo(7);
  }

  @Test
  void shouldShowSlotsAndThatStartsWait() {
    // given
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofHours(1)));

    // when
    var instances =
        Stream.generate(() -> product.reconstruct(product.photographs(5))).limit(3).toList();

    // then
    product
        .engine()
        .passTimeUntil(
            "a full FlightHub and one that waits",
            () ->
                gauge(WorkerMetric.SLOTS_USED) == 2
                    && gauge(WorkerMetric.SLOTS_FREE) == 0
                    && gauge(WorkerMetric.STARTS_SEEN_WAITING) == 1);
    assertThat(gauge(WorkerMetric.SLOTS)).isEqualTo(2);
    assertThat(gauge(WorkerMetric.SLOTS_AGE)).isNotNegative();

    // when
    instances.forEach(ReconstructionInstance::awaitEnd);

    // then
    product
        .engine()
        .awaitWithoutTimePassing(
            "free slots and nobody who waits",
            () ->
                gauge(WorkerMetric.SLOTS_USED) == 0
                    && gauge(WorkerMetric.STARTS_SEEN_WAITING) == 0);
  }

  private Stream<Meter> ours() {
    return registry.getMeters().stream()
        .filter(meter -> meter.getId().getName().startsWith("flighthub."));
  }

  private static List<Object> signature(Meter meter) {
    var id = meter.getId();
    return List.of(
        id.getName(), id.getType(), id.getTags().stream().map(Tag::getKey).collect(toSet()));
  }

  private static List<Object> signature(WorkerMetric metric) {
    Set<String> tags = Arrays.stream(metric.getKeyNames()).map(KeyName::asString).collect(toSet());
    return List.of(metric.getName(), metric.getType(), tags);
  }

  private double count(WorkerMetric metric, String... tags) {
    var counter = registry.find(metric.getName()).tags(tags).counter();
    return counter == null ? 0 : counter.count();
  }

  private double jobs(String jobType, String outcome) {
    return count(WorkerMetric.JOBS, "job.type", jobType, "outcome", outcome);
  }

  private long calls(String operation, String outcome) {
    return registry
        .get(WorkerMetric.CALLS.getName())
        .tags("operation", operation, "outcome", outcome)
        .timer()
        .count();
  }

  private Timer phase(WorkerMetric metric, String outcome) {
    return registry.get(metric.getName()).tags("type", "3d", "outcome", outcome).timer();
  }

  private static double seconds(Timer timer) {
    return timer.totalTime(TimeUnit.SECONDS);
  }

  private double gauge(WorkerMetric metric) {
    return registry.get(metric.getName()).gauge().value();
  }
}
