package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.flighthubcamunda.cli.Terminal;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.SimulatedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What instances leave behind that are cancelled in Operate, and the process that finds it. */
@ProductTest
class ReconcileTest {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int STOPPED = 16;
  private static final int USABLE = 1;

  private final ProductUnderTest product;
  private final Terminal terminal = new Terminal();

  ReconcileTest(ProductUnderTest product) {
    this.product = product;
  }

  @BeforeEach
  void reconstructForLong() {
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofDays(2)));
  }

  @Test
  @WhatHappensWhen("an instance is cancelled in Operate")
  void shouldListThenSettleWhatAnInstanceLeftThatWasCancelledInOperate() {
    // given
    var gone = running();
    var living = running();
    cancelInOperate(gone);

    // when
    var listed = reconcile(Map.of("apply", false));

    // then
    assertThat(listed.path("living").asInt()).isEqualTo(1);
    assertThat(listed.path("leftovers"))
        .singleElement()
        .satisfies(
            leftover -> {
              assertThat(leftover.path("state").asText()).isEqualTo("found");
              assertThat(leftover.path("processInstanceKey").asLong()).isEqualTo(gone.key());
            });
    assertThat(product.flightHub().running()).isEqualTo(2);

    // when
    var settled = reconcile(Map.of("apply", true));

    // then
    assertThat(settled.path("leftovers").path(0).path("state").asText()).isEqualTo("settled");
    assertThat(settled.path("unfinished").asBoolean()).isFalse();
    assertSettled(gone);
    assertUntouched(living);

    // when
    var again = reconcile(Map.of("apply", true));

    // then
    assertThat(again.path("leftovers")).isEmpty();
    assertThat(product.flightHub().calls(Operation.STOP)).isEqualTo(1);
    assertUntouched(living);
  }

  @Test
  void shouldBeginToSettleAtOnceWhatItFound() {
    // given
    var gone = running();
    cancelInOperate(gone);

    // when
    product.engine().start("reconcile", Map.of("apply", true));

    // then
    product
        .engine()
        .awaitWithoutTimePassing("the stop", () -> product.flightHub().calls(Operation.STOP) == 1);
  }

  @Test
  void shouldLeaveAloneAndListWhatItCannotJudge() {
    // given a resource that somebody else named, and nothing to search for it in
    var unknown =
        product.reconstruct(product.photographs(5)).awaitDone("flighthub.open-model.start");
    cancelInOperate(unknown);

    // when
    var seen = reconcile(Map.of("apply", true));

    // then
    assertThat(seen.path("leftovers")).isEmpty();
    assertThat(seen.path("notJudged").path(0).path("resourceUuid").asText())
        .isEqualTo(unknown.resourceUuid());
    assertThat(seen.path("notJudged").path(0).path("why").asText())
        .isEqualTo("No instance here made this resource's UUID.");
    assertThat(seen.path("notes").path(0).asText()).contains("can't be searched");
    assertUntouched(unknown);
  }

  @Test
  void shouldGoOnWhenFlightHubIsAwayForAMoment() {
    // given
    var gone = running();
    cancelInOperate(gone);
    product.simulator().faults().next(Operation.STOP, new Fault.HttpStatus(503));

    // when
    var settled = reconcile(Map.of("apply", true));

    // then
    assertThat(settled.path("leftovers").path(0).path("state").asText()).isEqualTo("settled");
    assertSettled(gone);
  }

  @Test
  @WhatHappensWhen("an instance is cancelled in Operate")
  void shouldOnlyListOnceADayUnlessItIsSetOtherwise() {
    // given
    var gone = running();
    cancelInOperate(gone);

    // when
    product.engine().advance(Duration.ofDays(1));
    product
        .engine()
        .passTimeUntil(
            "the daily look",
            () -> reconciliations().stream().anyMatch(seen -> seen.contains(gone.resourceUuid())));

    // then
    assertThat(product.flightHub().calls(Operation.STOP)).isZero();
  }

  @Test
  @WhatHappensWhen("an instance is cancelled in Operate")
  void shouldSettleWithTheVerbWhatWasNamedBySomebodyElseWhereTheEngineCanBeSearched() {
    // given
    try (var operate = new OperateStandIn(product.engine())) {
      var gone =
          product.reconstruct(product.photographs(5)).awaitDone("flighthub.open-model.start");
      var kept =
          product
              .reconstruct(product.photographs(5), Map.of("keepResource", true))
              .awaitDone("flighthub.open-model.start");
      cancelInOperate(gone);
      cancelInOperate(kept);

      // when
      var dry = verb(operate);

      // then
      assertThat(dry).isEqualTo(DONE);
      assertThat(terminal.out())
          .contains("resource %s of instance %d".formatted(gone.resourceUuid(), gone.key()))
          .contains("Nothing was touched.");
      assertThat(product.flightHub().running()).isEqualTo(2);

      // when FlightHub takes its time to stop
      var early = verb(operate, "--apply", "--wait", "PT0S");
      product.engine().advance(Duration.ofMinutes(1));
      var late = verb(operate, "--apply");

      // then
      assertThat(early).isEqualTo(FAILED);
      assertThat(late).isEqualTo(DONE);
      assertSettled(gone);
      assertThat(product.models(kept).getFirst().status()).isEqualTo(STOPPED);
      assertThat(product.resources(kept).getFirst().status()).isEqualTo(USABLE);
      assertThat(new Terminal().run(arguments(searchedIn(operate), "--apply"))).isEqualTo(DONE);
    }
  }

  @Test
  void shouldKeepOfACancelledInstanceWhatItWasToKeepAfterAFailure() {
    // given
    try (var operate = new OperateStandIn(product.engine())) {
      var kept = startedWith(Map.of("keepResource", false, "keepResourceAfterFailure", true));
      var deleted = startedWith(Map.of("keepResource", true, "keepResourceAfterFailure", false));
      cancelInOperate(kept);
      cancelInOperate(deleted);

      // when FlightHub takes its time to stop
      verb(operate, "--apply", "--wait", "PT0S");
      product.engine().advance(Duration.ofMinutes(1));

      // then
      assertThat(verb(operate, "--apply")).isEqualTo(DONE);
      assertThat(product.models(kept).getFirst().status()).isEqualTo(STOPPED);
      assertThat(product.resources(kept).getFirst().status()).isEqualTo(USABLE);
      assertSettled(deleted);
    }
  }

  @Test
  void shouldDeleteAReadyModelOfACancelledInstanceOnlyIfItWasNotToStayAfterAFailure() {
    // given models that are ready, and results that can't be had
    product.renew(flightHub -> flightHub.withReadableResults(false));
    try (var operate = new OperateStandIn(product.engine())) {
      var deleted = startedWith(Map.of("keepResource", true, "keepModelsAfterFailure", false));
      var kept = startedWith(Map.of("keepModels", false, "keepModelsAfterFailure", true));
      for (var instance : List.of(deleted, kept)) {
        instance.awaitIncident();
        cancelInOperate(instance);
      }

      // when
      var code = verb(operate, "--apply");

      // then
      assertThat(code).isEqualTo(DONE);
      assertThat(product.models(deleted)).allMatch(SimulatedModel::deleted);
      assertThat(product.resources(deleted).getFirst().status()).isEqualTo(USABLE);
      assertThat(product.models(kept)).noneMatch(SimulatedModel::deleted);
      assertThat(product.resources(kept).getFirst().status()).isNotEqualTo(USABLE);
      var again = new Terminal();
      assertThat(again.run(arguments(searchedIn(operate), "--apply"))).isEqualTo(DONE);
      assertThat(again.out()).contains("Nothing is left over.");
    }
  }

  @Test
  @WhatHappensWhen("two Camundas share a FlightHub project")
  void shouldNotTouchTheModelsOfAnotherInstallation() {
    // given
    var gone = running();
    cancelInOperate(gone);

    // when
    var code =
        terminal.run(
            arguments("--apply", "--flighthub.installation=another engine, which knows no key"));

    // then
    assertThat(code).isEqualTo(DONE);
    assertThat(terminal.out())
        .contains("Left alone: resource " + gone.resourceUuid(), "Nothing is left over.");
    assertUntouched(gone);
  }

  @Test
  void shouldNotTakeTheKeysOfAnEngineForItsOwnAsLongAsNothingTellsThemApart() {
    // given an installation without a name, and without a search
    var gone = running();
    cancelInOperate(gone);
    var unnamed = arguments("--apply", "--flighthub.installation=");

    // when
    var code = terminal.run(unnamed);

    // then
    assertThat(code).isEqualTo(DONE);
    assertUntouched(gone);
  }

  private ReconstructionInstance startedWith(Map<String, Object> variables) {
    return product
        .reconstruct(product.photographs(5), variables)
        .awaitDone("flighthub.open-model.start");
  }

  /** One that names its resource itself and whose model is being made. */
  private ReconstructionInstance running() {
    var key =
        product
            .engine()
            .start("reconstruct-images", Map.of("imageFolder", product.photographs(5).toString()));
    new ReconstructionInstance(product.engine(), key, "").awaitDone("flighthub.open-model.start");
    return new ReconstructionInstance(
        product.engine(),
        key,
        new ReconstructionInstance(product.engine(), key, "").variable("resourceUuid").asText());
  }

  private void cancelInOperate(ReconstructionInstance instance) {
    product.engine().client().newCancelInstanceCommand(instance.key()).send().join();
    product.engine().awaitWithoutTimePassing("the instance to be gone", instance::ended);
  }

  private JsonNode reconcile(Map<String, Object> variables) {
    var key = product.engine().start("reconcile", variables);
    return new ReconstructionInstance(product.engine(), key, "")
        .awaitEnd()
        .variable("reconciliation");
  }

  private void assertSettled(ReconstructionInstance instance) {
    product.engine().advance(Duration.ofMinutes(1));
    assertThat(product.models(instance))
        .singleElement()
        .satisfies(model -> assertThat(model.status()).isEqualTo(STOPPED))
        .satisfies(model -> assertThat(model.deleted()).isTrue());
    assertThat(product.resources(instance).getFirst().status()).isNotEqualTo(USABLE);
  }

  private void assertUntouched(ReconstructionInstance instance) {
    assertThat(product.models(instance)).extracting(SimulatedModel::status).doesNotContain(STOPPED);
    assertThat(product.resources(instance).getFirst().status()).isEqualTo(USABLE);
  }

  /** What all instances of the process wrote so far. */
  private List<String> reconciliations() {
    return new ArrayList<>(product.engine().history().records())
        .stream()
            .map(Record::getValue)
            .filter(VariableRecordValue.class::isInstance)
            .map(VariableRecordValue.class::cast)
            .filter(variable -> variable.getName().equals("reconciliation"))
            .map(VariableRecordValue::getValue)
            .toList();
  }

  private int verb(OperateStandIn operate, String... more) {
    var all = new ArrayList<>(List.of(more));
    all.add(searchedIn(operate));
    return terminal.run(arguments(all.toArray(String[]::new)));
  }

  private static String searchedIn(OperateStandIn operate) {
    return "--flighthub.operate.url=" + operate.uri();
  }

  private String[] arguments(String... more) {
    var access = product.simulator().settings().access();
    var all = new ArrayList<>(List.of("reconcile"));
    all.addAll(
        List.of(
            "--camunda.client.grpc-address=" + product.engine().grpcAddress(),
            "--camunda.client.rest-address=http://127.0.0.1:9",
            "--flighthub.base-url=" + product.simulator().baseUrl(),
            "--flighthub.token=" + access.token(),
            "--flighthub.project-uuid=" + access.projectUuid(),
            "--flighthub.rate-limit.calls-per-second=200",
            "--flighthub.rate-limit.burst=200"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
