package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.value.JobBatchRecordValue;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.StartReconstruction;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.RunningList;
import io.flighthubcamunda.simulator.SimulatedModel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may start, and when. The edition is Standard: two reconstructions at once. */
@ProductTest
class AdmissionTest {

  private static final String START = "flighthub.open-model.start";
  private static final int CONCURRENCY_LIMIT = 910001;

  private final ProductUnderTest product;

  AdmissionTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldRunNoMoreThanTheEditionAllowsAndInOrder() {
    // when
    var instances = four();
    instances.forEach(ReconstructionInstance::awaitEnd);

    // then
    assertThat(instances).extracting(ReconstructionInstance::outcome).containsOnly("ready");
    assertThat(product.flightHub().peakRunning()).isEqualTo(2);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(4);
    assertThat(product.flightHub().models())
        .extracting(SimulatedModel::resourceUuid)
        .containsExactlyElementsOf(inOrderOfTheirStartJobs(instances));
  }

  @Test
  void shouldNotStartTooManyWhenTheRunningListLags() {
    // given
    product.renew(
        flightHub ->
            flightHub.withRunningList(RunningList.complete().withLag(Duration.ofMillis(700))));

    // when
    var instances = four();
    instances.forEach(ReconstructionInstance::awaitEnd);

    // then
    assertThat(instances).extracting(ReconstructionInstance::outcome).containsOnly("ready");
    assertThat(product.flightHub().peakRunning()).isEqualTo(2);
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(4);
  }

  @Test
  void shouldTakeFlightHubsRefusalForAnAnswerWhenThereIsNoRunningList() {
    // given
    product.renew(flightHub -> flightHub.withRunningList(RunningList.hidden()));

    // when
    var instances = four();
    instances.forEach(ReconstructionInstance::awaitEnd);

    // then
    assertThat(instances).extracting(ReconstructionInstance::outcome).containsOnly("ready");
    assertThat(product.flightHub().peakRunning()).isEqualTo(2);
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(4);
  }

  @Test
  @WhatHappensWhen("all slots are taken")
  void shouldCountModelsThatSomebodyElseStarted() {
    // given
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofHours(1)));
    var earlier =
        product.reconstruct(product.photographs(5), Map.of("keepResource", true)).awaitEnd();
    startElsewhere(earlier.resourceUuid());
    startElsewhere(earlier.resourceUuid());
    int looks = product.flightHub().calls(Operation.LIST_RUNNING);

    // when
    var instance = product.reconstruct(product.photographs(5));
    instance.awaitDone("flighthub.open-model.get-resource");
    product
        .engine()
        .passTimeUntil(
            "some looks", () -> product.flightHub().calls(Operation.LIST_RUNNING) > looks + 3);

    // then
    assertThat(product.models(instance)).isEmpty();
    assertThat(instance.messages()).isEmpty();
    assertThat(instance.firstJob(START).value().getElementId()).isEqualTo("StartReconstruction");
    assertThat(instance.firstJob(START).value().getRetries()).isEqualTo(8);

    // when
    product.engine().advance(Duration.ofHours(1));
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(4);
    assertThat(product.flightHub().peakRunning()).isEqualTo(2);
  }

  @Test
  @WhatHappensWhen("all slots are taken")
  void shouldPutAJobBackWithoutSpendingARetryWhenFlightHubIsFull() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.START, new Fault.Code(CONCURRENCY_LIMIT, "too many"))
        .next(Operation.START, new Fault.Code(CONCURRENCY_LIMIT, "too many"));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.failures(START)).hasSize(2).allMatch(said -> said.contains("free slot"));
    assertThat(product.engine().history().failures(instance.key(), START))
        .allMatch(job -> job.value().getRetries() == 8);
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  void shouldSayInTheLogWhyNobodyIsAdmitted() {
    // given
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofHours(1)));
    var instances = four();
    product.engine().passTimeUntil("a full FlightHub", () -> product.flightHub().running() == 2);
    instances.forEach(instance -> instance.awaitDone("flighthub.open-model.get-resource"));

    // when
    product.exchangeFlightHub(flightHub -> flightHub.withToken("the key of another organization"));

    // then
    product
        .engine()
        .awaitWithoutTimePassing(
            "the reason",
            () ->
                product.log().lines().stream()
                    .anyMatch(
                        line ->
                            line.contains("Admission waits")
                                && line.contains("organization key was not accepted")));
  }

  @Test
  void shouldAskFlightHubNothingWhileNobodyWaits() {
    // given
    awaitQuestionsToTheEngine(3);
    int looks = product.flightHub().calls(Operation.LIST_RUNNING);

    // when
    awaitQuestionsToTheEngine(3);

    // then
    assertThat(product.flightHub().calls(Operation.LIST_RUNNING)).isEqualTo(looks);
  }

  @Test
  void shouldStartNothingForInstancesThatWereCancelledWhileTheyWaited() {
    // given
    var instances = Stream.concat(four().stream(), four().stream()).toList();
    product.engine().passTimeUntil("a full FlightHub", () -> product.flightHub().running() == 2);
    product
        .engine()
        .awaitWithoutTimePassing(
            "a queue",
            () ->
                instances.stream()
                    .allMatch(i -> !product.engine().history().jobs(i.key(), START).isEmpty()));
    var waiting =
        instances.stream().filter(instance -> product.models(instance).isEmpty()).toList();
    int starts = product.flightHub().calls(Operation.START);

    // when
    var cancelled = List.of(waiting.get(0), waiting.get(2), waiting.get(4));
    cancelled.forEach(
        instance ->
            product.engine().client().newCancelInstanceCommand(instance.key()).send().join());
    var left = instances.stream().filter(instance -> !cancelled.contains(instance)).toList();
    left.forEach(ReconstructionInstance::awaitEnd);

    // then
    assertThat(waiting).hasSize(6);
    assertThat(left).extracting(ReconstructionInstance::outcome).containsOnly("ready");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(starts + 3);
    assertThat(product.flightHub().models())
        .extracting(SimulatedModel::resourceUuid)
        .containsExactlyElementsOf(inOrderOfTheirStartJobs(left));
  }

  @Test
  void shouldOpenAgainAfterFlightHubWasAway() {
    // given
    product.simulator().faults().next(Operation.LIST_RUNNING, new Fault.HttpStatus(503));
    product.simulator().faults().next(Operation.LIST_RUNNING, new Fault.HttpStatus(503));
    product.simulator().faults().next(Operation.LIST_RUNNING, new Fault.HtmlPage());

    // when
    var instances = four();
    instances.forEach(ReconstructionInstance::awaitEnd);

    // then
    assertThat(instances).extracting(ReconstructionInstance::outcome).containsOnly("ready");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(4);
  }

  /** Lets the open gate wait for jobs a few times over. */
  private void awaitQuestionsToTheEngine(int count) {
    long before = questionsToTheEngine();
    product
        .engine()
        .awaitWithoutTimePassing(
            "questions to the engine", () -> questionsToTheEngine() >= before + count);
  }

  private long questionsToTheEngine() {
    return product.engine().history().records().stream()
        .filter(entry -> entry.getRecordType() == RecordType.EVENT)
        .filter(
            entry ->
                entry.getValue() instanceof JobBatchRecordValue asked
                    && asked.getType().equals(START))
        .count();
  }

  private List<ReconstructionInstance> four() {
    return Stream.generate(() -> product.reconstruct(product.photographs(5))).limit(4).toList();
  }

  private List<String> inOrderOfTheirStartJobs(List<ReconstructionInstance> instances) {
    return instances.stream()
        .sorted(
            Comparator.comparing(
                instance ->
                    product.engine().history().jobs(instance.key(), START).getFirst().key()))
        .map(ReconstructionInstance::resourceUuid)
        .toList();
  }

  private void startElsewhere(String resourceUuid) {
    product
        .worker(OpenModelApi.class)
        .start(
            StartReconstruction.of(
                resourceUuid,
                Map.of(ReconstructionType.TWO_D, JsonNodeFactory.instance.objectNode())));
  }
}
