package io.flighthubcamunda.worker.job;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flighthubcamunda.SharedByTests;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.schedule.PhaseLimits;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.schedule.PollSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@ResourceLock(SharedByTests.PROCESS)
class ModelObservationTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int QUEUED = 12;
  private static final int RECONSTRUCTING = 14;
  private static final int SUCCEEDED = 15;

  private final ModelObservation observation =
      new ModelObservation(new PollSchedule(PollSettings.defaults(), () -> 0.5));

  private Model model = Model.started(ReconstructionType.THREE_D, "m-1", START.toString(), "PT15S");

  private final Logger logger = (Logger) LoggerFactory.getLogger(ModelObservation.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  private void look(int minute, ModelDetails seen) {
    model =
        observation.observe(
            model, seen, PhaseLimits.defaults(), START.plus(Duration.ofMinutes(minute)));
    if (model.nextCheckIn() != null) {
      assertThat(Duration.parse(model.nextCheckIn()))
          .isBetween(Duration.ofSeconds(15), Duration.ofDays(1));
    }
  }

  private static ModelDetails status(int status, int progress) {
    return new ModelDetails("r", "m-1", 2, status, 0, progress, 0, 0, 0, null);
  }

  private static ModelDetails packaging(int zipStatus, int progress) {
    return new ModelDetails("r", "m-1", 2, SUCCEEDED, 0, 100, 0, zipStatus, progress, null);
  }

  private long warned() {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.startsWith("FlightHub shows") && line.endsWith("logged once."))
        .count();
  }

  @Test
  void shouldKeepTheLastMovesOfAPhaseAndForgetThemWithIt() {
    // when
    look(10, status(QUEUED, 0));
    look(20, status(RECONSTRUCTING, 5));
    look(30, status(RECONSTRUCTING, 5));
    look(40, status(RECONSTRUCTING, 25));

    // then
    assertThat(model.progressHistory())
        .containsOnly(entry("2026-01-01T00:20:00Z", 5), entry("2026-01-01T00:40:00Z", 25));
    assertThat(model.checks()).isEqualTo(4);
    assertThat(model.startedAt()).isEqualTo(START.toString());
    assertThat(model.phaseSince()).isEqualTo("2026-01-01T00:20:00Z");

    // when
    look(50, packaging(1, 10));

    // then
    assertThat(model.progressHistory()).containsOnlyKeys("2026-01-01T00:50:00Z");
  }

  @Test
  void shouldComeBackFromTheEngineAsItWent() throws Exception {
    // given
    look(20, status(RECONSTRUCTING, 5));
    look(40, status(99, 140));
    var json = new ObjectMapper();

    // then
    var text = json.writeValueAsString(model);
    assertThat(json.readValue(text, Model.class)).isEqualTo(model);
    assertThat(text).hasSizeLessThan(500).contains("\"warnings\":[\"unknown-status\"");
  }

  @Test
  void shouldGoOnWithAModelOfAnEarlierVersionAndOneThatSomebodyEdited() throws Exception {
    // given
    var json =
        """
        {"type":"3d","uuid":"m-1","state":"reconstructing","progress":7,"checks":-3,
         "phaseSince":"yesterday","progressHistory":{"soon":1,"2026-01-01T00:01:00Z":null}}""";
    model = new ObjectMapper().readValue(json, Model.class);

    // when
    look(60, status(RECONSTRUCTING, 8));

    // then
    assertThat(model.phaseSince()).isEqualTo("2026-01-01T01:00:00Z");
    assertThat(model.progressHistory()).hasSize(1);
    assertThat(model.checks()).isEqualTo(1);
  }

  @Test
  void shouldWarnOnceOfAProgressThatGoesBack() {
    // when
    look(10, status(RECONSTRUCTING, 50));
    look(20, status(RECONSTRUCTING, 30));
    look(30, status(RECONSTRUCTING, 20));

    // then
    assertThat(model.progress()).isEqualTo(20);
    assertThat(model.warnings()).containsExactly(ModelWarning.PROGRESS_WENT_BACK);
    assertThat(warned()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
  @WhatHappensWhen("a model's status or progress makes no sense")
  void shouldWarnOnceOfAProgressThatIsNone(int progress) {
    // when
    look(10, status(RECONSTRUCTING, progress));
    look(20, status(RECONSTRUCTING, progress));

    // then
    assertThat(model.progress()).isBetween(0, 100);
    assertThat(model.warnings()).containsExactly(ModelWarning.PROGRESS_OUT_OF_RANGE);
    assertThat(warned()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -7, 11, 99})
  void shouldTakeAStatusThatNobodyKnowsAsReconstructing(int status) {
    // when
    look(10, status(status, 10));
    look(20, status(status, 20));

    // then
    assertThat(model.state()).isEqualTo(ModelState.RECONSTRUCTING);
    assertThat(model.warnings()).containsExactly(ModelWarning.UNKNOWN_STATUS);
    assertThat(warned()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 4, 77})
  void shouldTakeAPackagingStatusThatNobodyKnowsAsPackaging(int status) {
    // when
    look(10, packaging(status, 10));
    look(20, packaging(status, 20));

    // then
    assertThat(model.state()).isEqualTo(ModelState.PACKAGING);
    assertThat(model.warnings()).containsExactly(ModelWarning.UNKNOWN_PACKAGING_STATUS);
    assertThat(warned()).isEqualTo(1);
  }

  @Test
  void shouldLookAgainForAResultThatIsNotNamed() {
    // when
    look(10, packaging(2, 100));
    look(20, packaging(2, 100));

    // then
    assertThat(model.state()).isEqualTo(ModelState.PACKAGING);
    assertThat(model.warnings()).containsExactly(ModelWarning.RESULT_WITHOUT_KEY);
    assertThat(warned()).isEqualTo(1);
  }

  @Test
  void shouldTakeAnAnswerOfNullFieldsAsReconstructing() throws Exception {
    // given
    var nothing =
        new ObjectMapper()
            .readValue(
                "{\"resourceUuid\":null,\"modelStatus\":null,\"reconstructionProgress\":null}",
                ModelDetails.class);

    // when
    look(10, nothing);

    // then
    assertThat(model.state()).isEqualTo(ModelState.RECONSTRUCTING);
    assertThat(model.progress()).isZero();
  }

  @Test
  void shouldGiveUpAModelThatGoesToAndFroBetweenPhasesForEver() {
    // when
    int day = 0;
    while (model.state() != ModelState.OVERDUE && day < 100) {
      day++;
      look(day * 24 * 60, status(day % 2 == 0 ? QUEUED : RECONSTRUCTING, 10));
    }

    // then
    assertThat(day).isEqualTo(11);
    assertThat(model.warnings()).contains(ModelWarning.STATE_WENT_BACK);
    assertThat(model.nextCheckIn()).isNull();
  }
}
