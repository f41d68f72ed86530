package io.flighthubcamunda.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every path of the process {@code upload-image-set}. */
@DiagramTest
class UploadImageSetTest {

  private static final String UPLOAD = "flighthub.image-set.upload-batch";
  private static final String REGISTER = "flighthub.open-model.upload-callback";

  private final EngineUnderTest engine;
  private final ScriptedJobs jobs;
  private final Instant uploadStarted;

  UploadImageSetTest(EngineUnderTest engine) {
    this.engine = engine;
    this.jobs = new ScriptedJobs(engine);
    this.uploadStarted = engine.now();
  }

  @Test
  void shouldUploadAndRegisterEachBatchOnce() {
    // given
    long instance = start(3);

    // when
    Set<Object> uploaded = new HashSet<>();
    for (int batch = 0; batch < 3; batch++) {
      uploaded.add(jobs.complete(UPLOAD, this::uploadedBatch).get("batchNumber"));
    }
    Set<Object> registered = new HashSet<>();
    for (int batch = 0; batch < 3; batch++) {
      registered.add(jobs.complete(REGISTER, Map.of()).get("callbackParam"));
    }

    // then
    assertThat(uploaded).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(registered).containsExactlyInAnyOrder("callback-1", "callback-2", "callback-3");
    assertThat(engine.state(instance)).isEqualTo(EngineUnderTest.State.COMPLETED);
    assertThat(engine.passedElements(instance)).endsWith("Event_ImagesUploaded");
  }

  @Test
  void shouldRegisterABatchUnderTheNameOfItsImageSet() {
    // given
    start(1);

    // when
    jobs.complete(UPLOAD, this::uploadedBatch);
    var seen = jobs.complete(REGISTER, Map.of());

    // then
    assertThat(seen)
        .containsEntry("resourceUuid", "r-1")
        .containsEntry("resourceName", "field")
        .containsEntry("callbackParam", "callback-1")
        .containsEntry("files", List.of(Map.of("name", "1.jpg", "etag", "e-1")));
  }

  @Test
  void shouldKeepTheFilesOfABatchOutOfTheProcess() {
    // given
    long instance = start(2);

    // when
    for (int batch = 0; batch < 2; batch++) {
      jobs.complete(UPLOAD, this::uploadedBatch);
      jobs.complete(REGISTER, Map.of("registered", 1));
    }

    // then
    assertThat(engine.variables(instance))
        .containsOnlyKeys("imageSet", "types", "resourceUuid", "uploadProgress");
  }

  @Test
  void shouldTellFromTheStartWhatThereIsToUpload() {
    // when
    long instance = start(3);

    // then
    assertThat(progress(instance))
        .containsEntry("batches", 0)
        .containsEntry("batchCount", 3)
        .containsEntry("files", 0)
        .containsEntry("fileCount", 3)
        .containsEntry("bytes", 0)
        .containsEntry("byteCount", 3000)
        .containsEntry("startedAt", null)
        .containsEntry("bytesPerSecond", null)
        .containsEntry("secondsLeft", null);
  }

  @Test
  void shouldTellHowFarTheUploadIsWheneverABatchIsRegistered() {
    // given
    long instance = start(4);
    for (int batch = 0; batch < 4; batch++) {
      jobs.complete(UPLOAD, this::uploadedBatch);
    }

    // when
    engine.increaseTime(Duration.ofSeconds(100));
    jobs.complete(REGISTER, Map.of());

    // then
    assertThat(progress(instance))
        .containsEntry("batches", 1)
        .containsEntry("files", 1)
        .containsEntry("bytes", 1000)
        .containsEntry("bytesPerSecond", null)
        .containsEntry("secondsLeft", null);

    // when
    jobs.complete(REGISTER, Map.of());

    // then
    assertThat(progress(instance))
        .containsEntry("batches", 2)
        .containsEntry("bytes", 2000)
        .containsEntry("startedAt", uploadStarted.toString())
        .hasEntrySatisfying("bytesPerSecond", rate -> assertThat((int) rate).isBetween(10, 20))
        .hasEntrySatisfying("secondsLeft", left -> assertThat((int) left).isBetween(100, 200));

    // when
    jobs.complete(REGISTER, Map.of());
    jobs.complete(REGISTER, Map.of());

    // then
    assertThat(progress(instance))
        .containsEntry("batches", 4)
        .containsEntry("files", 4)
        .containsEntry("bytes", 4000)
        .containsEntry("secondsLeft", 0);
  }

  @Test
  void shouldLoseNoBatchWhenManyAreRegisteredAtTheSameMoment() {
    // given
    int batches = 40;
    long instance = start(batches);
    for (int batch = 0; batch < batches; batch++) {
      jobs.complete(UPLOAD, this::uploadedBatch);
    }

    // when
    jobs.completeAtOnce(REGISTER, batches);

    // then
    assertThat(engine.state(instance)).isEqualTo(EngineUnderTest.State.COMPLETED);
    assertThat(progress(instance))
        .containsEntry("batches", batches)
        .containsEntry("files", batches)
        .containsEntry("bytes", 1000 * batches);
  }

  @Test
  void shouldCountABatchOnceThatWasUploadedTwice() {
    // given
    long instance = start(1);
    jobs.complete(UPLOAD, this::uploadedBatch);
    jobs.throwError(REGISTER, "UPLOAD_EXPIRED", Map.of());

    // when
    jobs.complete(UPLOAD, this::uploadedBatch);
    jobs.complete(REGISTER, Map.of());

    // then
    assertThat(progress(instance)).containsEntry("batches", 1).containsEntry("bytes", 1000);
  }

  @Test
  void shouldGoOnWhenAWorkerOfAnOlderVersionLeavesOutWhatProgressNeeds() {
    // given
    long instance = start(1);

    // when
    jobs.complete(
        UPLOAD, Map.of("uploadedBatch", Map.of("callbackParam", "c", "files", List.of())));
    jobs.complete(REGISTER, Map.of());

    // then
    assertThat(engine.state(instance)).isEqualTo(EngineUnderTest.State.COMPLETED);
  }

  @Test
  void shouldUploadABatchAgainWhenItsUploadExpired() {
    // given
    long instance = start(1);
    jobs.complete(UPLOAD, this::uploadedBatch);

    // when
    jobs.throwError(
        REGISTER, "UPLOAD_EXPIRED", Map.of("failure", Map.of("code", "UPLOAD_EXPIRED")));
    var again = jobs.complete(UPLOAD, this::uploadedBatch);
    jobs.complete(REGISTER, Map.of());

    // then
    assertThat(again).containsEntry("batchNumber", 1);
    assertThat(engine.state(instance)).isEqualTo(EngineUnderTest.State.COMPLETED);
    assertThat(engine.variables(instance))
        .containsOnlyKeys("imageSet", "types", "resourceUuid", "uploadProgress");
  }

  private long start(int batchCount) {
    return engine.startInstance(
        "upload-image-set",
        Map.of(
            "imageSet",
                Map.of(
                    "name",
                    "field",
                    "fileCount",
                    batchCount,
                    "byteCount",
                    1000 * batchCount,
                    "batchCount",
                    batchCount),
            "types", List.of("3d"),
            "resourceUuid", "r-1"));
  }

  private Map<String, Object> uploadedBatch(Map<String, Object> seen) {
    var number = seen.get("batchNumber");
    var file = Map.of("name", number + ".jpg", "etag", "e-" + number);
    return Map.of(
        "uploadedBatch",
        Map.of(
            "callbackParam",
            "callback-" + number,
            "files",
            List.of(file),
            "byteCount",
            1000,
            "startedAt",
            // The first batch started first.
            uploadStarted.plusSeconds(((Number) number).longValue() - 1).toString()));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> progress(long instance) {
    return (Map<String, Object>) engine.variables(instance).get("uploadProgress");
  }
}
