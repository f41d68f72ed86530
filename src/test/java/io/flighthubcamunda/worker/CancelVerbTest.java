package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flighthubcamunda.cli.Terminal;
import io.flighthubcamunda.docs.WhatHappensWhen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The verb {@code cancel}, on an engine with instances under way. */
@ProductTest
class CancelVerbTest {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final ProductUnderTest product;
  private final Terminal terminal = new Terminal();
  private final OperateStandIn operate;

  CancelVerbTest(ProductUnderTest product) {
    this.product = product;
    this.operate = new OperateStandIn(product.engine());
  }

  @AfterEach
  void closeOperate() {
    operate.close();
  }

  @Test
  void shouldCancelByTheUuidOfTheResourceWithoutAnySearch() {
    // given
    var instance = running(Map.of());

    // when
    var code = cancel(instance.resourceUuid());

    // then
    assertThat(code).isEqualTo(DONE);
    assertThat(terminal.out())
        .contains(instance.resourceUuid(), "Its end can't be seen from here; see Operate.");
    assertCancelled(instance);
  }

  @Test
  void shouldWaitUntilTheInstanceIsGone() throws Exception {
    // given
    var instance = running(Map.of());

    // when
    var code =
        CompletableFuture.supplyAsync(
            () -> cancel(instance.resourceUuid(), "--wait", "PT1M", searchedIn(operate)),
            // Not in the common pool: the engine for tests needs its one thread.
            Thread.ofPlatform()::start);
    // No time passes: with it, the model might be ready before the verb has found its instance.
    await().atMost(Duration.ofSeconds(50)).until(code::isDone);

    // then
    assertThat(terminal.err()).isEmpty();
    assertThat(code.get()).isEqualTo(DONE);
    assertThat(terminal.out()).contains("Instance %d has ended.".formatted(instance.key()));
    assertCancelled(instance);
  }

  @Test
  void shouldSayThatAnInstanceIsNotGoneInTime() {
    // given one that does not listen to the UUID that its key stands for
    var instance = running(Map.of());

    // when
    var code = cancel(String.valueOf(instance.key()), "--wait", "PT0.01S");

    // then
    assertThat(code).isEqualTo(FAILED);
    assertThat(terminal.err())
        .contains("has not ended within PT0.01S", "resourceUuid of its own")
        .hasLineCount(1);
  }

  @Test
  void shouldCancelByKeyWhatWasStartedWithAResourceOfItsOwn() {
    // given
    var instance = running(Map.of());

    // when
    var code = cancel(String.valueOf(instance.key()), "--wait", "PT0S", searchedIn(operate));

    // then
    assertThat(code).isEqualTo(DONE);
    assertCancelled(instance);
  }

  @Test
  void shouldCancelByKeyWithoutAnySearchWhatGaveItsResourceTheUuidItself() {
    // given
    var images = Map.<String, Object>of("imageFolder", product.photographs(5).toString());
    var key = product.engine().start("reconstruct-images", images);
    var instance =
        new ReconstructionInstance(product.engine(), key, "")
            .awaitDone("flighthub.open-model.start");

    // when
    var code =
        cancel(
            String.valueOf(key),
            "--wait",
            "PT0S",
            "--flighthub.installation=" + ProductUnderTest.INSTALLATION);

    // then
    assertThat(code).isEqualTo(DONE);
    assertCancelled(instance);
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldCancelByName() {
    // given
    var other = running(Map.of("imageSetName", "Harbour"));
    var instance = running(Map.of("imageSetName", "Quarry in May"));

    // when
    var code = cancel("Quarry in May", "--wait", "PT0S", searchedIn(operate));

    // then
    assertThat(code).isEqualTo(DONE);
    assertCancelled(instance);
    assertThat(other.ended()).isFalse();
  }

  @Test
  @WhatHappensWhen("somebody cancels a name that several instances have")
  void shouldListAllOfANameAndCancelNone() {
    // given
    var first = running(Map.of("imageSetName", "Quarry"));
    var second = running(Map.of("imageSetName", "Quarry"));

    // when
    var code = cancel("Quarry", "--wait", "PT0S", searchedIn(operate));

    // then
    assertThat(code).isEqualTo(FAILED);
    assertThat(terminal.err())
        .contains("2 instances are called \"Quarry\", and none was cancelled")
        .contains("  %d  reconstruct-images".formatted(first.key()))
        .contains("  %d  reconstruct-images".formatted(second.key()))
        .hasLineCount(3);
    assertThat(product.flightHub().running()).isEqualTo(2);
  }

  @Test
  void shouldSayThatNothingIsCalledSo() {
    // given an instance of that name that has ended
    running(Map.of("imageSetName", "Quarry")).cancelByMessage().awaitEnd();

    // when
    var code = cancel("Quarry", searchedIn(operate));

    // then
    assertThat(code).isEqualTo(FAILED);
    assertThat(terminal.err())
        .contains("No image set or survey called \"Quarry\" is under way.")
        .hasLineCount(1);
  }

  @Test
  void shouldSayHowToCancelWhereNothingCanBeSearched() {
    // when
    var code = cancel("Quarry");

    // then
    assertThat(code).isEqualTo(FAILED);
    assertThat(terminal.err())
        .contains("can't be searched", "flighthub.operate", "name the resource's UUID")
        .hasLineCount(1);
  }

  @Test
  void shouldSayThatAnInstanceHasEnded() {
    // given
    var instance = running(Map.of()).cancelByMessage().awaitEnd();

    // when
    var code = cancel(String.valueOf(instance.key()));

    // then
    assertThat(code).isEqualTo(FAILED);
    assertThat(terminal.err())
        .contains("The instance %d has ended, or there never was one.".formatted(instance.key()))
        .hasLineCount(1);
  }

  @Test
  void shouldCancelAWholeSurveyThatThenEndsWithItsSummary() {
    // given
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofHours(10)));
    var list = product.imageRoot().resolve("season-" + UUID.randomUUID());
    for (var name : List.of("a", "b", "c")) {
      Photographs.into(list.resolve(name), 5);
    }
    var surveyUuid = UUID.randomUUID().toString();
    var key =
        product
            .engine()
            .start(
                "reconstruct-many",
                Map.of("surveyList", list.toString(), "surveyUuid", surveyUuid));
    var survey = new ReconstructionInstance(product.engine(), key, "");
    product
        .engine()
        .passTimeUntil("two starts", () -> product.flightHub().startedReconstructions() == 2);

    // when
    var code = cancel("--survey", surveyUuid);

    // then
    assertThat(code).isEqualTo(DONE);
    survey.awaitEnd();
    assertThat(states(survey)).containsExactly("cancelled", "cancelled", "cancelled");
    assertThat(survey.variable("summary").isObject()).isTrue();
    assertThat(product.nothingLeft()).isTrue();
  }

  @Test
  void shouldCancelASurveyByItsName() {
    // given
    var list = product.imageRoot().resolve("season-" + UUID.randomUUID());
    Photographs.into(list.resolve("a"), 5);
    var key =
        product
            .engine()
            .start(
                "reconstruct-many",
                Map.of("surveyList", list.toString(), "surveyName", "Season of May"));
    product
        .engine()
        .passTimeUntil("a start", () -> product.flightHub().startedReconstructions() == 1);

    // when
    var code = cancel("Season of May", "--wait", "PT0S", searchedIn(operate));

    // then
    assertThat(code).isEqualTo(DONE);
    var survey = new ReconstructionInstance(product.engine(), key, "").awaitEnd();
    assertThat(states(survey)).containsExactly("cancelled");
  }

  /** One whose model is being made. */
  private ReconstructionInstance running(Map<String, Object> variables) {
    return product
        .reconstruct(product.photographs(5), variables)
        .awaitDone("flighthub.open-model.start");
  }

  private static List<String> states(ReconstructionInstance survey) {
    var states = new ArrayList<String>();
    survey.variable("outcomes").forEach(outcome -> states.add(outcome.path("state").asText()));
    return states;
  }

  private void assertCancelled(ReconstructionInstance instance) {
    assertThat(instance.awaitEnd().outcome()).isEqualTo("cancelled");
  }

  private int cancel(String... arguments) {
    var all = new ArrayList<>(List.of("cancel"));
    all.addAll(List.of(arguments));
    all.add("--camunda.client.grpc-address=" + product.engine().grpcAddress());
    all.add("--camunda.client.rest-address=http://127.0.0.1:9");
    return terminal.run(all.toArray(String[]::new));
  }

  private static String searchedIn(OperateStandIn operate) {
    return "--flighthub.operate.url=" + operate.uri();
  }
}
