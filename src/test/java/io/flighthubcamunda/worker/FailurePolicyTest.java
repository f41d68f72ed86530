package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import io.flighthubcamunda.simulator.RunningList;
import io.flighthubcamunda.simulator.SimulatedModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Failures that heal by themselves or are decided by a person. */
@ProductTest
class FailurePolicyTest {

  private static final int ERROR_CODE = 4711;
  private static final Duration LAG = Duration.ofHours(2);

  private final ProductUnderTest product;

  FailurePolicyTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  @WhatHappensWhen("FlightHub has no computer for a model")
  void shouldStartAgainByItselfWhenFlightHubHadNoComputer() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.noComputingResource(ERROR_CODE));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(2);
    assertThat(product.models(instance))
        .filteredOn(SimulatedModel::deleted)
        .as("the model that failed")
        .hasSize(1);
  }

  @Test
  @WhatHappensWhen("a model fails, or its start is refused")
  void shouldStartOnlyTheFailedTypeAgainWhenAPersonSaysSo() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(ERROR_CODE));
    var instance =
        product.reconstruct(product.photographs(5), Map.of("types", List.of("2d", "3d")));

    // when
    instance.answer("DecideOnFailure", Map.of("decision", "retry-later")).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.variable("results")).hasSize(2);
    assertThat(product.models(instance))
        .extracting(SimulatedModel::type)
        .containsExactlyInAnyOrder(ModelType.TWO_D, ModelType.THREE_D, ModelType.THREE_D);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(2);
  }

  @Test
  void shouldAdoptTheNewModelAndNotTheFailedOneWhenTheAnswerToTheSecondStartIsLost() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(ERROR_CODE));
    var instance = product.reconstruct(product.photographs(5));
    var question = instance.awaitQuestion("DecideOnFailure");
    product.simulator().faults().next(Operation.START, new Fault.DropAfterEffect());

    // when
    product.engine().people().complete(question, Map.of("decision", "retry-later"));
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(2);
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(2);
  }

  @Test
  void shouldStartOnceAlthoughTheRunningListStillShowsTheFailedModel() {
    // given
    product.renew(flightHub -> flightHub.withRunningList(RunningList.complete().withLag(LAG)));
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(ERROR_CODE));
    var instance = product.reconstruct(product.photographs(5));

    // when
    instance.answer("DecideOnFailure", Map.of("decision", "retry-later")).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(2);
  }

  @Test
  @WhatHappensWhen("the quota is used up")
  void shouldStartWhenAPersonSaysThatThereIsQuotaAgain() {
    // given
    product.renew(flightHub -> flightHub.withQuota(5).withReconstructionTime(Duration.ofHours(1)));
    var first = product.reconstruct(product.photographs(5)).awaitDone("flighthub.open-model.start");
    var instance = product.reconstruct(product.photographs(5));
    var question = instance.awaitQuestion("ReleaseQuota");
    assertThat(product.models(instance)).isEmpty();

    // when
    first.cancelByMessage().awaitEnd();
    product.engine().advance(Duration.ofMinutes(1));
    product.engine().people().complete(question, Map.of("decision", "retry-later"));
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.models(instance)).hasSize(1);
  }

  @Test
  @WhatHappensWhen({"the quota is used up", "nobody answers"})
  void shouldAskAgainWhenThereIsStillNoQuotaAndGiveUpWithoutAnAnswer() {
    // given
    product.renew(flightHub -> flightHub.withQuota(3));
    var instance = product.reconstruct(product.photographs(5));
    var question = instance.awaitQuestion("ReleaseQuota");
    assertThat(product.flightHub().startedReconstructions()).isZero();

    // when nothing was released
    product.engine().people().complete(question, Map.of("decision", "retry-later"));
    product
        .engine()
        .passTimeUntil(
            "the next question",
            () ->
                instance.questions("ReleaseQuota").stream()
                    .anyMatch(next -> next.key() != question.key()));

    // then it is asked again, and gives up without an answer
    instance.awaitEnd();
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo("QUOTA_USED_UP");
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  @WhatHappensWhen("it is cancelled while a person is asked")
  void shouldLeaveNothingWhenCancelledWhileAPersonIsAsked() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(ERROR_CODE));
    var instance = product.reconstruct(product.photographs(5));
    instance.awaitQuestion("DecideOnFailure");

    // when
    instance.cancelByMessage().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("cancelled");
    assertThat(instance.questions("DecideOnFailure")).isEmpty();
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldStopTheModelOfASecondStartWhenCancelledAlthoughNoListShowsIt() {
    // given
    product.renew(
        flightHub ->
            flightHub
                .withReconstructionTime(Duration.ofHours(10))
                .withRunningList(RunningList.hidden()));
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.noComputingResource(ERROR_CODE));
    var instance = product.reconstruct(product.photographs(5));
    product
        .engine()
        .passTimeUntil("the second start", () -> instance.variable("restartedModels").size() == 1);

    // when
    instance.cancelByMessage().awaitEnd();

    // then
    assertThat(product.models(instance)).hasSize(2);
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldKeepWhatThePolicyForFailuresSays() {
    // given
    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(ERROR_CODE));

    // when
    var instance =
        product
            .reconstruct(
                product.photographs(5),
                Map.of("askPeople", false, "keepResourceAfterFailure", true))
            .awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("failed");
    product.engine().advance(Duration.ofMinutes(1));
    assertThat(product.resources(instance).getFirst().status()).isEqualTo(1);
    assertThat(product.models(instance)).allMatch(SimulatedModel::deleted);
  }

  @Test
  void shouldRejectAPresetThatIsInNoTable() {
    // when
    var instance =
        product.reconstruct(product.photographs(5), Map.of("preset", "hihg-detail")).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("rejected");
    assertThat(instance.failureMessage()).contains("hihg-detail", "reconstruction-preset");
  }

  @Test
  void shouldNotReplaceATableThatAnOperatorDeployed() throws IOException {
    // given the workers of this test have deployed their tables
    var before = version();

    // when
    product
        .worker(DecisionDeployment.class)
        .deployMissing(new CamundaClientCreatedSpringEvent(this, product.engine().client()));

    // then
    assertThat(version()).isEqualTo(before);
  }

  private int version() {
    return product
        .engine()
        .client()
        .newEvaluateDecisionCommand()
        .decisionId("failure-policy")
        .variables(Map.of("attempt", 1))
        .send()
        .join()
        .getDecisionVersion();
  }
}
