package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.RunningList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A second start would be billed: whatever happens to its answer, there is one. */
@ProductTest
class StartAtMostOnceTest {

  private final ProductUnderTest product;

  StartAtMostOnceTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
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

  @Test
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
