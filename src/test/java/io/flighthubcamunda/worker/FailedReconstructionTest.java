package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that FlightHub does not make, or makes too late. */
@ProductTest
class FailedReconstructionTest {

  private static final int ERROR_CODE = 4711;

  private final ProductUnderTest product;

  FailedReconstructionTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  @WhatHappensWhen("one of several types fails")
  void shouldBringTheOtherModelWhenOneOfTwoFails() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(ERROR_CODE));
    var folder = product.photographs(5);

    // when
    var instance = product.reconstruct(folder, Map.of("types", List.of("2d", "3d"))).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("partly-ready");
    assertThat(instance.variable("results")).hasSize(1);
    assertThat(Path.of(instance.variable("results").path(0).path("file").asText()))
        .hasFileName("2d.zip")
        .isNotEmptyFile();
    assertThat(instance.variable("models").findValuesAsText("state"))
        .containsExactlyInAnyOrder("ready", "failed");
    assertThat(
            instance
                .variable("models")
                .findParents("failure")
                .getFirst()
                .at("/failure/message")
                .asText())
        .contains("3d", String.valueOf(ERROR_CODE));
    assertThat(product.resources(instance).getFirst().status()).isNotEqualTo(1);
    assertThat(product.flightHub().quotaUsed()).isEqualTo(5);
  }

  @Test
  @WhatHappensWhen("nobody answers")
  void shouldLeaveNothingWhenAllModelsFail() {
    // given
    product
        .simulator()
        .outcomes()
        .next(ModelType.TWO_D, Outcome.fail(ERROR_CODE))
        .next(ModelType.THREE_D, Outcome.fail(ERROR_CODE));
    var folder = product.photographs(5);

    // when
    var instance = product.reconstruct(folder, Map.of("types", List.of("2d", "3d"))).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo("RECONSTRUCTION_FAILED");
    assertThat(instance.failureMessage()).contains("failed at 67 percent", "4711");
    assertThat(product.nothingLeft()).isTrue();
    assertThat(product.models(instance)).allMatch(model -> model.deleted());
  }

  @Test
  void shouldSayThatThereIsNoComputingResource() {
    // given
    product.renew(
        flightHub ->
            flightHub.withOutcome(ModelType.THREE_D, Outcome.noComputingResource(ERROR_CODE)));

    // when
    var instance =
        product.reconstruct(product.photographs(5), Map.of("askPeople", false)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(4);
    assertThat(instance.failureCode()).isEqualTo("NO_COMPUTING_RESOURCE");
    assertThat(instance.failureMessage()).contains("no computing resource");
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldSayThatFlightHubCouldNotPackageTheModel() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.packagingFailed());

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo("PACKAGING_FAILED");
    assertThat(instance.failureMessage()).contains("could not package");
    assertThat(instance.variable("results")).isEmpty();
    assertThat(product.resources(instance).getFirst().status()).isNotEqualTo(1);
  }

  @Test
  void shouldFailWhenTheAnswerToTheStartSaysFailedAlready() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.refuse(ERROR_CODE));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureMessage()).contains("4711");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.nothingLeft()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "queueTimeLimit, PT40H, PT1M, PT1M",
    "reconstructionTimeLimit, PT1M, PT40H, PT1M",
    "packagingTimeLimit, PT1M, PT1M, PT40H"
  })
  void shouldGiveUpAModelThatStaysTooLongInOnePhase(
      String limit, Duration queue, Duration reconstruction, Duration packaging) {
    // given
    product.renew(
        flightHub ->
            flightHub
                .withQueueTime(queue)
                .withReconstructionTime(reconstruction)
                .withPackagingTime(packaging));
    var begin = product.engine().clock().instant();

    // when
    var instance =
        product
            .reconstruct(
                product.photographs(5),
                Map.of(limit, "PT3H", "keepModels", false, "askPeople", false))
            .awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo("MODEL_OVERDUE");
    assertThat(instance.failureMessage()).contains("3d", "time limit");
    assertThat(Duration.between(begin, product.engine().clock().instant()))
        .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(10));
    assertThat(product.flightHub().running()).isZero();
    assertThat(product.models(instance)).allMatch(model -> model.deleted());
    assertThat(product.resources(instance).getFirst().status()).isNotEqualTo(1);
  }

  @Test
  void shouldStopEverythingWhenTheTimeLimitIsReached() {
    // given
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofHours(40)));
    var instance =
        product
            .reconstruct(product.photographs(5), Map.of("timeLimit", "PT2H"))
            .awaitDone("flighthub.open-model.start");

    // when
    product.engine().advance(Duration.ofHours(2));
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("given-up");
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldNoticeThatAModelWasDeletedInFlightHub() {
    // given
    product.renew(flightHub -> flightHub.withRunningModelsKept(false));
    var instance =
        product.reconstruct(product.photographs(5)).awaitDone("flighthub.open-model.start");

    // when
    product.worker(OpenModelApi.class).deleteModel(product.models(instance).getFirst().uuid());
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo("RECONSTRUCTION_CANCELLED");
    assertThat(instance.failureMessage()).contains("was deleted there");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldNoticeThatAModelWasCancelledInFlightHub() {
    // given
    var instance =
        product.reconstruct(product.photographs(5)).awaitDone("flighthub.open-model.start");

    // when
    product.worker(OpenModelApi.class).stop(product.models(instance).getFirst().uuid());
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo("RECONSTRUCTION_CANCELLED");
    assertThat(instance.failureMessage()).contains("was cancelled in FlightHub");
    assertThat(product.nothingLeft()).isTrue();
  }
}
