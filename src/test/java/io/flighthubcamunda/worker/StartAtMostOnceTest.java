package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.RunningList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second start would be billed: whatever happens to its answer, there is one. */
@ProductTest
class StartAtMostOnceTest {

  private final ProductUnderTest product;

  StartAtMostOnceTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  @WhatHappensWhen("the answer to a start is lost")
  void shouldAdoptWhatRunsWhenTheAnswerGotLost() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.DropAfterEffect());
    var folder = product.photographs(5);

    // when
    var instance = product.reconstruct(folder, Map.of("types", List.of("2d", "3d"))).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.variable("results")).hasSize(2);
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(2);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
  }

  @Test
  void shouldAdoptWhatTheRunningListShowsAMomentLater() {
    // given
    product.renew(
        flightHub ->
            flightHub.withRunningList(RunningList.complete().withLag(Duration.ofMillis(500))));
    product.simulator().faults().next(Operation.START, new Fault.DropAfterEffect());

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  void shouldAdoptWhenFlightHubAnswersTooLate() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.START, new Fault.DelayAfterEffect(Duration.ofSeconds(6)));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
  }

  @Test
  @WhatHappensWhen("the answer to a start is lost")
  void shouldAskAnOperatorWhenItIsNotKnownWhetherTheStartGotThrough() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.DropBeforeEffect());
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message)
        .contains("It is not known whether FlightHub started it", "startRequestedAt")
        .contains(instance.resourceUuid());

    // when
    instance.retry();
    message = instance.awaitIncident();

    // then
    assertThat(message).contains("It is not known whether FlightHub started it");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);

    // when
    instance.changeAtIncident("startRequestedAt", null).retry().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(2);
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  void shouldAskAnOperatorWhenTheAnswerGotLostAndThereIsNoRunningList() {
    // given
    product.renew(flightHub -> flightHub.withRunningList(RunningList.hidden()));
    product.simulator().faults().next(Operation.START, new Fault.DropAfterEffect());
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("offers no list of running models", "would be billed");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
  }

  @Test
  void shouldAdoptOnRetryWhatTheListShowedTooLate() {
    // given
    product.renew(
        flightHub ->
            flightHub
                .withReconstructionTime(Duration.ofHours(10))
                .withRunningList(RunningList.complete().withLag(Duration.ofHours(1))));
    product.simulator().faults().next(Operation.START, new Fault.DropAfterEffect());
    var instance = product.reconstruct(product.photographs(5));
    assertThat(instance.awaitIncident()).contains("If it runs, just retry");

    // when
    product.engine().advance(Duration.ofHours(1));
    instance.retry().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
  }

  @Test
  void shouldLeaveTheModelAloneWhenTheOperatorCancelsTheInstanceInOperate() {
    // given
    product.renew(flightHub -> flightHub.withRunningList(RunningList.hidden()));
    product.simulator().faults().next(Operation.START, new Fault.DropAfterEffect());
    var instance = product.reconstruct(product.photographs(5));
    assertThat(instance.awaitIncident())
        .contains("set keepResourceAfterFailure to true", "cancel this instance in Operate");

    // when
    product.engine().client().newCancelInstanceCommand(instance.key()).send().join();
    product.engine().passTimeUntil("the end of the instance", instance::ended);
    product.engine().advance(Duration.ofMinutes(2));

    // then
    assertThat(product.models(instance))
        .singleElement()
        .satisfies(model -> assertThat(model.zipFileKey()).isNotEmpty());
  }

  @Test
  void shouldNotStartAgainAfterAnInternalErrorOfFlightHub() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.HttpStatus(500));
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("It is not known whether FlightHub started it");
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
  }

  /** A gateway that loses sight of FlightHub answers like one that never reached it. */
  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  @WhatHappensWhen("the answer to a start is lost")
  void shouldAdoptWhatRunsWhenAGatewayAnsweredForFlightHub(int status) {
    // given
    product.renew(
        flightHub ->
            flightHub.withRunningList(RunningList.complete().withLag(Duration.ofMillis(500))));
    product
        .simulator()
        .faults()
        .next(Operation.START, new Fault.AfterEffect(new Fault.HttpStatus(status)));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
  }

  @Test
  void shouldStartLaterWhenFlightHubSaysWhenItWillBeBack() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.START, new Fault.HttpStatus(503, Optional.of(Duration.ofMinutes(3))));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  @WhatHappensWhen("the answer to a start is lost")
  void shouldAdoptWhatRunsWhenTheAnswerIsAWebPage() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.AfterEffect(new Fault.HtmlPage()));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  void shouldAdoptWhatRunsWhenTheAnswerBreaksOff() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.HalfAnswer());

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  @WhatHappensWhen("FlightHub's answer is huge or nonsense")
  void shouldNotForgetTheStartWhenTheListCannotBeReadAfterAnAnswerWithoutModels() {
    // given
    product.renew(
        flightHub ->
            flightHub.withRunningList(RunningList.complete().withLag(Duration.ofMillis(900))));
    product
        .simulator()
        .faults()
        .next(
            Operation.START, new Fault.AfterEffect(new Fault.Code(0, ""), Duration.ofMillis(400)));

    // when
    var instance = product.reconstruct(product.photographs(5));
    product
        .engine()
        .passTimeUntil(
            "the start to take effect", () -> product.flightHub().startedReconstructions() == 1);
    product.simulator().faults().next(Operation.LIST_RUNNING, new Fault.HttpStatus(500));
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  @WhatHappensWhen("FlightHub or the store is away, slow or busy")
  void shouldStartLaterWhenFlightHubWasAskedTooOften() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.START, new Fault.HttpStatus(429, Optional.of(Duration.ofMinutes(3))));
    var begin = product.engine().clock().instant();

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.flightHub().models().getFirst().startedAt())
        .isAfterOrEqualTo(begin.plus(Duration.ofMinutes(3)));
  }

  @Test
  void shouldFailAndCleanUpWhenTheQuotaIsUsedUp() {
    // given
    product.renew(flightHub -> flightHub.withQuota(4));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo("QUOTA_USED_UP");
    assertThat(instance.failureMessage()).contains("quota");
    assertThat(instance.variable("failure").path("flightHubCode").asInt()).isEqualTo(910002);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
    assertThat(product.nothingLeft()).isTrue();
  }
}
