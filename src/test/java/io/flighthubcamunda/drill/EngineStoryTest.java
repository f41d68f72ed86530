package io.flighthubcamunda.drill;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineStoryTest {

  private static final long INSTANCE = 1;
  private static final long CALLED = 2;
  private static final String JOB = "{'processInstanceKey':2,'type':'check','retries':%d}";

  @TempDir private Path folder;
  private EngineStory story;
  private int position;

  @BeforeEach
  void beginAnInstanceThatCallsAnother() throws IOException {
    story = new EngineStory(new RecordTail(folder.resolve("records")));
    instance(INSTANCE, "ELEMENT_ACTIVATING", -1);
    instance(CALLED, "ELEMENT_ACTIVATING", INSTANCE);
  }

  private void instance(long key, String intent, long parent) throws IOException {
    happened(
        key,
        "PROCESS_INSTANCE",
        intent,
        "{'bpmnElementType':'PROCESS','parentProcessInstanceKey':%d}".formatted(parent));
  }

  private void happened(long key, String type, String intent, String value) throws IOException {
    Files.writeString(
        folder.resolve("records"),
        "{'recordType':'EVENT','position':%d,'key':%d,'valueType':'%s','intent':'%s','value':%s}%n"
            .formatted(++position, key, type, intent, value)
            .replace('\'', '"'),
        CREATE,
        APPEND);
    story.update();
  }

  @Test
  void shouldGoOnWhileACalledInstanceHasAJob() throws IOException {
    happened(10, "JOB", "CREATED", JOB.formatted(3));

    assertThat(story.goingOn(INSTANCE)).containsExactly("check");
    assertThat(story.settled(INSTANCE)).isFalse();
  }

  @Test
  void shouldTellFilesOnTheirWayFromAnUploadThatWaitsForAPerson() throws IOException {
    var upload = "{'processInstanceKey':2,'type':'flighthub.image-set.upload-batch','retries':%d}";
    happened(10, "JOB", "CREATED", JOB.formatted(3));
    assertThat(story.uploading(INSTANCE)).isFalse();

    happened(11, "JOB", "CREATED", upload.formatted(3));
    assertThat(story.uploading(INSTANCE)).isTrue();

    happened(11, "JOB", "FAILED", upload.formatted(2));
    assertThat(story.uploading(INSTANCE)).isTrue();

    happened(11, "JOB", "FAILED", upload.formatted(0));
    assertThat(story.uploading(INSTANCE)).isFalse();
  }

  @Test
  void shouldWaitForAPersonWhenTriesAreUsedUp() throws IOException {
    happened(10, "JOB", "CREATED", JOB.formatted(3));
    happened(10, "JOB", "FAILED", JOB.formatted(0));
    assertThat(story.settled(INSTANCE)).isFalse();

    happened(
        11, "INCIDENT", "CREATED", "{'processInstanceKey':2,'jobKey':10,'errorMessage':'Do it.'}");
    assertThat(story.settled(INSTANCE)).isTrue();
    assertThat(story.openQuestions(INSTANCE))
        .containsExactly(new Question(11, CALLED, 10, "check", "Do it.", true));

    happened(11, "INCIDENT", "RESOLVED", "{'processInstanceKey':2}");
    assertThat(story.settled(INSTANCE)).isFalse();
  }

  @Test
  void shouldKnowAJobThatTheEngineForgotFromOneThatPausesOrWaits() throws IOException {
    happened(10, "JOB", "CREATED", JOB.formatted(3));
    failedWithPauseUntil(Instant.now());
    assertThat(story.forgotten(INSTANCE)).isFalse();
    assertThat(story.settled(INSTANCE)).isFalse();

    failedWithPauseUntil(Instant.now().minusSeconds(90));
    assertThat(story.forgotten(INSTANCE)).isTrue();
    assertThat(story.settled(INSTANCE)).isTrue();

    happened(10, "JOB", "RECURRED_AFTER_BACKOFF", JOB.formatted(2));
    assertThat(story.forgotten(INSTANCE)).isFalse();
    assertThat(story.settled(INSTANCE)).isFalse();
  }

  private void failedWithPauseUntil(Instant time) throws IOException {
    happened(
        10,
        "JOB",
        "FAILED",
        "{'processInstanceKey':2,'type':'check','retries':2,'retryBackoff':1000,'recurringTime':%d}"
            .formatted(time.toEpochMilli()));
  }

  @Test
  void shouldShowWhatTheFormOfAUserTaskShows() throws IOException {
    happened(12, "VARIABLE", "CREATED", "{'scopeKey':20,'name':'advice','value':'Give up.'}");
    happened(
        13,
        "USER_TASK",
        "CREATED",
        "{'processInstanceKey':2,'elementInstanceKey':20,'elementId':'Decide'}");

    assertThat(story.settled(INSTANCE)).isTrue();
    assertThat(story.openQuestions(INSTANCE))
        .singleElement()
        .hasToString("Decide: advice: Give up.");

    happened(13, "USER_TASK", "COMPLETED", "{}");
    assertThat(story.openQuestions(INSTANCE)).isEmpty();
  }

  @Test
  void shouldTakeATimerForALimitWhenItIsFarAway() throws IOException {
    timer(14, Duration.ofSeconds(5));
    timer(15, Duration.ofDays(14));

    assertThat(story.goingOn(INSTANCE)).containsExactly("Timer14");
  }

  private void timer(long key, Duration due) throws IOException {
    happened(
        key,
        "TIMER",
        "CREATED",
        "{'processInstanceKey':1,'targetElementId':'Timer%d','dueDate':%d}"
            .formatted(key, Instant.now().plus(due).toEpochMilli()));
  }

  @Test
  void shouldEndWithTheInstanceThatNobodyCalled() throws IOException {
    instance(CALLED, "ELEMENT_COMPLETED", INSTANCE);
    assertThat(story.ended(INSTANCE)).isFalse();

    instance(INSTANCE, "ELEMENT_COMPLETED", -1);
    assertThat(story.ended(INSTANCE)).isTrue();
    assertThat(story.settled(INSTANCE)).isTrue();
  }
}
