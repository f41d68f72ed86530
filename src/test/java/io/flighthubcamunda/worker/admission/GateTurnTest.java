package io.flighthubcamunda.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flighthubcamunda.bpmn.EngineUnderTest;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GateTurnTest {

  private EngineUnderTest engine;

  @BeforeEach
  void startEngine() {
    engine = EngineUnderTest.start();
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  @Test
  void shouldBeOneWorkersAtATime() throws Exception {
    // given
    var first = turn("1m");
    var second = turn("1m");
    awaitTurn(first);

    // then
    assertThat(second.take()).isFalse();
    assertThat(first.take()).isTrue();

    // when
    first.giveBack(Duration.ZERO);

    // then
    assertThat(first.keep()).isFalse();
    awaitTurn(second);
    assertThat(first.take()).isFalse();
  }

  @Test
  @WhatHappensWhen("a worker dies")
  void shouldGoToAnotherWorkerWhenItsHolderDied() throws Exception {
    // given
    var dead = turn("1s");
    var next = turn("1s");
    awaitTurn(dead);

    // then
    awaitTurn(next);
    assertThat(dead.keep()).isFalse();
  }

  @Test
  void shouldStayWithAHolderThatGoesOnToWantIt() throws Exception {
    // given
    var holder = turn("1m");
    var other = turn("1m");
    awaitTurn(holder);

    // when it wants it for longer than one turn lasts
    for (int i = 0; i < 4; i++) {
      engine.increaseTime(Duration.ofSeconds(40));
      assertThat(holder.take()).isTrue();
    }

    // then
    assertThat(other.take()).isFalse();
  }

  @Test
  void shouldHaveOneGateHoweverManyWorkersWantIt() throws Exception {
    // given
    var turns = List.of(turn("1m"), turn("1m"), turn("1m"));

    // when
    for (int i = 0; i < 4; i++) {
      for (var turn : turns) {
        turn.take();
      }
    }

    // then
    assertThat(gates()).hasSize(1);
    assertThat(versionWhenDeployedWithTheOtherDiagrams()).isEqualTo(1);
  }

  @Test
  @WhatHappensWhen("somebody cancels `admission-gate`")
  void shouldBeginAnewWhenSomebodyCancelsTheGate() throws Exception {
    // given
    var turn = turn("1s");
    awaitTurn(turn);
    var cancelled = gates().getFirst();

    // when
    engine.client().newCancelInstanceCommand(cancelled).send().join();

    // then
    await().until(() -> turn.take() && gates().size() == 2);
  }

  private List<Long> gates() {
    return engine.instances(GateTurn.PROCESS);
  }

  /** The starter names a file without its folder. */
  private int versionWhenDeployedWithTheOtherDiagrams() {
    return engine
        .client()
        .newDeployResourceCommand()
        .addResourceStream(
            getClass().getResourceAsStream("/bpmn/admission-gate.bpmn"), "admission-gate.bpmn")
        .send()
        .join()
        .getProcesses()
        .getFirst()
        .getVersion();
  }

  private static void awaitTurn(GateTurn turn) {
    await().atMost(Duration.ofSeconds(20)).until(turn::take);
  }

  private GateTurn turn(String timeout) {
    var settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "flighthub.admission.turn-timeout",
                        timeout,
                        "flighthub.admission.wait-for-jobs",
                        "100ms",
                        "flighthub.admission.full-pause",
                        "50ms")))
            .bindOrCreate("flighthub", FlightHubProperties.class);
    return new GateTurn(
        engine.client(), new LeaseExtension(engine.client()), settings, engine::now);
  }
}
