package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.RecordType;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.StoreFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cancel message, wherever the reconstruction is. */
@ProductTest
class CancellationTest {

  private static final Duration HELD_BACK = Duration.ofMillis(1500);
  private static final int CANCELLED = 16;

  private final ProductUnderTest product;

  CancellationTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldLeaveNothingWhenCancelledDuringTheUpload() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.OBTAIN_TOKEN, new Fault.DelayBeforeEffect(HELD_BACK));
    var instance = product.reconstruct(product.photographs(12));
    awaitCall(Operation.OBTAIN_TOKEN);

    // when
    instance.cancelByMessage().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("cancelled");
    assertThat(product.flightHub().startedReconstructions()).isZero();
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldLeaveNothingWhenTheFirstRegistrationTakesEffectAfterTheCleanUp() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.UPLOAD_CALLBACK, new Fault.DelayBeforeEffect(HELD_BACK));
    var instance = product.reconstruct(product.photographs(5));
    awaitCall(Operation.UPLOAD_CALLBACK);

    // when
    instance.cancelByMessage().awaitEnd();
    assertThat(product.resources(instance)).isEmpty();
    awaitLateRegistration(instance);

    // then
    awaitDeletion(instance);
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldLeaveNothingWhenCancelledWhileTheRestOfABatchIsStillToBeSent() {
    // given some files are registered early, because their credential ended
    product
        .simulator()
        .faults()
        .next(Operation.OBTAIN_TOKEN, new Fault.DelayBeforeEffect(Duration.ZERO))
        .next(Operation.OBTAIN_TOKEN, new Fault.DelayBeforeEffect(HELD_BACK))
        .sparePuts(2)
        .nextPuts(3, 403);
    var instance = product.reconstruct(product.photographs(5));
    product
        .engine()
        .passTimeUntil("the early registration", () -> !product.resources(instance).isEmpty());

    // when
    instance.cancelByMessage().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("cancelled");
    product.engine().awaitWithoutTimePassing("the deletion", product::nothingLeft);
    assertThat(product.flightHub().startedReconstructions()).isZero();
  }

  @Test
  void shouldLeaveNothingWhenAnEarlyRegistrationTakesEffectAfterTheCleanUp() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.UPLOAD_CALLBACK, new Fault.DelayBeforeEffect(HELD_BACK))
        .sparePuts(2)
        .nextPuts(3, 403);
    var instance = product.reconstruct(product.photographs(5));
    awaitCall(Operation.UPLOAD_CALLBACK);

    // when
    instance.cancelByMessage().awaitEnd();
    awaitLateRegistration(instance);

    // then
    awaitDeletion(instance);
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldKeepImagesThatAreRegisteredAfterTheCleanUpWhenAskedTo() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.UPLOAD_CALLBACK, new Fault.DelayBeforeEffect(HELD_BACK));
    var instance = product.reconstruct(product.photographs(5), Map.of("keepResource", true));
    awaitCall(Operation.UPLOAD_CALLBACK);

    // when
    instance.cancelByMessage().awaitEnd();
    awaitLateRegistration(instance);

    // then
    var registration = instance.firstJob("flighthub.open-model.upload-callback");
    product
        .engine()
        .awaitWithoutTimePassing(
            "the worker's last word on the job",
            () ->
                product.engine().history().records().stream()
                    .anyMatch(
                        entry ->
                            entry.getKey() == registration.key()
                                && entry.getRecordType() == RecordType.COMMAND_REJECTION));
    assertThat(product.flightHub().calls(Operation.DELETE_RESOURCE)).isZero();
  }

  @Test
  void shouldLeaveNothingWhenCancelledWhileWaitingForASlot() {
    // given
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofHours(10)));
    var first = product.reconstruct(product.photographs(5));
    var second = product.reconstruct(product.photographs(5));
    first.awaitDone("flighthub.open-model.start");
    second.awaitDone("flighthub.open-model.start");
    var waiting =
        product.reconstruct(product.photographs(5)).awaitDone("flighthub.open-model.get-resource");

    // when
    waiting.cancelByMessage().awaitEnd();

    // then
    assertThat(waiting.outcome()).isEqualTo("cancelled");
    assertThat(product.models(waiting)).isEmpty();
    assertThat(product.resources(waiting).getFirst().status()).isNotEqualTo(1);
    assertThat(first.awaitEnd().outcome()).isEqualTo("ready");
    assertThat(second.awaitEnd().outcome()).isEqualTo("ready");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(2);
  }

  @Test
  void shouldStopTheModelAndGetTheQuotaBackWhenCancelledDuringTheReconstruction() {
    // given
    var instance =
        product
            .reconstruct(product.photographs(5))
            .awaitDone("flighthub.open-model.start")
            .awaitDone("flighthub.open-model.get-model");
    assertThat(product.flightHub().quotaUsed()).isEqualTo(5);

    // when
    instance.cancelByMessage().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("cancelled");
    assertThat(product.nothingLeft()).isTrue();
    assertThat(product.models(instance))
        .singleElement()
        .satisfies(model -> assertThat(model.status()).isEqualTo(CANCELLED))
        .satisfies(model -> assertThat(model.deleted()).isTrue());
  }

  @Test
  void shouldStopAModelWhoseStartIsNotAnsweredYet() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.DelayAfterEffect(HELD_BACK));
    var instance = product.reconstruct(product.photographs(5));
    product
        .engine()
        .passTimeUntil("a start", () -> product.flightHub().startedReconstructions() == 1);

    // when
    instance.cancelByMessage().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("cancelled");
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldStopAModelThatStartsAfterTheCleanUp() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.DelayBeforeEffect(HELD_BACK));
    var instance = product.reconstruct(product.photographs(5), Map.of("keepResource", true));
    awaitCall(Operation.START);

    // when
    instance.cancelByMessage().awaitEnd();
    assertThat(product.flightHub().startedReconstructions()).isZero();
    product
        .engine()
        .awaitWithoutTimePassing("the late start", () -> !product.models(instance).isEmpty());

    // then
    assertThat(instance.outcome()).isEqualTo("cancelled");
    awaitCall(Operation.STOP);
    product.engine().advance(Duration.ofMinutes(1));
    assertThat(product.models(instance))
        .extracting(SimulatedModel::status)
        .containsExactly(CANCELLED);
    assertThat(product.flightHub().quotaUsed()).isZero();
  }

  @Test
  @WhatHappensWhen("it is cancelled while results come")
  void shouldStopFetchingResultsWhenCancelledAlthoughNoByteComes() {
    // given one result that is there, and one that does not get on
    product.simulator().faults().nextGets(1, new StoreFault.BreakOff(Duration.ofMinutes(2)));
    var instance =
        product.reconstruct(
            product.photographs(5),
            Map.of("types", List.of("2d", "3d"), "keepModelsAfterFailure", false));
    product
        .engine()
        .passTimeUntil(
            "one whole result and one half",
            () ->
                filesOf(instance).filter(name -> name.endsWith(".zip")).count() == 1
                    && filesOf(instance).anyMatch(name -> name.endsWith(".part")));

    // when
    instance.cancelByMessage().awaitEnd();
    product
        .engine()
        .awaitWithoutTimePassing(
            "the half result to be gone",
            () -> filesOf(instance).noneMatch(name -> name.contains(".part")));

    // then
    assertThat(instance.outcome()).isEqualTo("cancelled");
    assertThat(filesOf(instance).filter(name -> name.endsWith(".zip"))).hasSize(1);
    assertThat(product.models(instance)).hasSize(2).allMatch(SimulatedModel::deleted);
    assertThat(product.resources(instance).getFirst().status()).isNotEqualTo(1);
  }

  @Test
  void shouldKeepTheImagesOfACancelledReconstructionWhenAskedTo() {
    // given
    var instance =
        product
            .reconstruct(product.photographs(5), Map.of("keepResource", true))
            .awaitDone("flighthub.open-model.start");

    // when
    instance.cancelByMessage().awaitEnd();

    // then
    product.engine().advance(Duration.ofMinutes(1));
    assertThat(product.resources(instance).getFirst().status()).isEqualTo(1);
    assertThat(product.flightHub().running()).isZero();
  }

  private Stream<String> filesOf(ReconstructionInstance instance) {
    var folder = instance.variable("resultFolder").asText();
    return folder.isEmpty()
        ? Stream.empty()
        : Stream.of(names(product.resultRoot().resolve(folder)));
  }

  private static String[] names(Path folder) {
    return Optional.ofNullable(folder.toFile().list()).orElse(new String[0]);
  }

  private void awaitLateRegistration(ReconstructionInstance instance) {
    product
        .engine()
        .awaitWithoutTimePassing(
            "the late registration", () -> !product.resources(instance).isEmpty());
  }

  private void awaitDeletion(ReconstructionInstance instance) {
    product
        .engine()
        .awaitWithoutTimePassing(
            "the deletion", () -> product.resources(instance).getFirst().status() != 1);
  }

  private void awaitCall(Operation operation) {
    product
        .engine()
        .passTimeUntil("a call of " + operation, () -> product.flightHub().calls(operation) > 0);
  }
}
