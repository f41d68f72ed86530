package io.flighthubcamunda.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flighthubcamunda.upload.UploadCancelledException;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobHeartbeatTest {

  private static final Duration INTERVAL = Duration.ofMillis(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration NEVER = Duration.ofDays(1);

  private final List<Duration> extensions = new CopyOnWriteArrayList<>();
  private volatile CompletionStage<?> answer = CompletableFuture.completedFuture(null);

  private JobHeartbeat start(Duration longestSilence) {
    return JobHeartbeat.start(
        "heartbeat",
        timeout -> {
          extensions.add(timeout);
          return answer;
        },
        INTERVAL,
        TIMEOUT,
        longestSilence);
  }

  private void awaitBeats(int more) {
    int wanted = extensions.size() + more;
    await().until(() -> extensions.size() >= wanted);
  }

  @Test
  void shouldAskForTheWholeTimeAgainAndAgain() {
    try (var heartbeat = start(NEVER)) {
      awaitBeats(5);

      // then
      assertThat(extensions).containsOnly(TIMEOUT);
      assertThatCode(heartbeat::requireOurs).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldGoOnForAsLongAsBytesMove() {
    // given
    var silence = Duration.ofSeconds(1);
    try (var heartbeat = start(silence)) {
      var end = System.nanoTime() + silence.multipliedBy(2).toNanos();

      // when
      await()
          .pollInterval(INTERVAL)
          .until(
              () -> {
                heartbeat.alive();
                return System.nanoTime() > end;
              });

      // then
      assertThatCode(heartbeat::requireOurs).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldLetTheJobGoWhenNothingMoves() {
    try (var heartbeat = start(Duration.ofMillis(200))) {
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(heartbeat::requireOurs)
                      .isInstanceOf(UploadCancelledException.class)
                      .hasMessageContaining("Nothing moved"));

      // then no more was asked for than was left
      assertThat(extensions).allMatch(time -> time.compareTo(Duration.ofMillis(200)) <= 0);
      assertNoMoreBeats();
      assertThatThrownBy(heartbeat::alive).isInstanceOf(UploadCancelledException.class);
    }
  }

  @Test
  void shouldBearASilenceThatWasAnnounced() {
    try (var heartbeat = start(Duration.ofMillis(100))) {
      heartbeat.expectSilence(NEVER);
      awaitBeats(30);

      // then
      assertThatCode(heartbeat::requireOurs).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldStopTheUploadWhenTheEngineDoesNotKnowTheJobAnyMore() {
    try (var heartbeat = start(NEVER)) {
      awaitBeats(1);

      // when
      answer = CompletableFuture.failedFuture(Status.NOT_FOUND.asRuntimeException());

      // then
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(heartbeat::alive)
                      .isInstanceOf(UploadCancelledException.class)
                      .hasMessageContaining("was cancelled"));
      assertNoMoreBeats();
    }
  }

  @Test
  void shouldBreakOffWhatIsUnderWayWhenTheJobIsLost() {
    try (var heartbeat = start(NEVER)) {
      // given
      var before = new AtomicInteger();
      var now = new AtomicInteger();
      heartbeat.whenLost(before::incrementAndGet);
      heartbeat.whenLost(now::incrementAndGet);
      awaitBeats(1);
      assertThat(now).hasValue(0);

      // when
      answer = CompletableFuture.failedFuture(Status.NOT_FOUND.asRuntimeException());
      await().until(() -> now.get() > 0);

      // then
      var tooLate = new AtomicInteger();
      heartbeat.whenLost(tooLate::incrementAndGet);
      assertThat(tooLate).hasValue(1);
      assertThat(before).hasValue(0);
    }
  }

  @Test
  void shouldNotGiveUpForAnEngineThatIsSilentForAMoment() {
    // given
    answer = CompletableFuture.failedFuture(Status.UNAVAILABLE.asRuntimeException());
    try (var heartbeat = start(NEVER)) {
      awaitBeats(3);

      // then
      assertThatCode(heartbeat::alive).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldEndWithTheJob() {
    // given
    var heartbeat = start(NEVER);
    awaitBeats(1);

    // when
    heartbeat.close();

    // then
    assertNoMoreBeats();
  }

  /** One may have been on its way. */
  private void assertNoMoreBeats() {
    int last = extensions.size() + 1;
    await().during(INTERVAL.multipliedBy(20)).until(() -> extensions.size() <= last);
  }
}
