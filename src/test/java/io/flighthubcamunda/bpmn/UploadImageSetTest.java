package io.flighthubcamunda.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of the process {@code upload-image-set}. */
class UploadImageSetTest {

  private static final String UPLOAD = "flighthub.image-set.upload-batch";
  private static final String REGISTER = "flighthub.open-model.upload-callback";

  private EngineUnderTest engine;
  private ScriptedJobs jobs;

  @BeforeEach
  void startEngine() {
    engine = EngineUnderTest.start().deployDiagrams();
    jobs = new ScriptedJobs(engine);
  }

  @AfterEach
  void stopEngine() {
    assertThat(engine.incidents()).isEmpty();
    engine.close();
  }

  @Test
  void shouldUploadAndRegisterEachBatchOnce() {
    // given
    long instance = start(3);

    // when
    Set<Object> uploaded = new HashSet<>();
    for (int batch = 0; batch < 3; batch++) {
      uploaded.add(jobs.complete(UPLOAD, UploadImageSetTest::uploadedBatch).get("batchNumber"));
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
    jobs.complete(UPLOAD, UploadImageSetTest::uploadedBatch);
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
      jobs.complete(UPLOAD, UploadImageSetTest::uploadedBatch);
      jobs.complete(REGISTER, Map.of("registered", 1));
    }

    // then
    assertThat(engine.variables(instance)).containsOnlyKeys("imageSet", "types", "resourceUuid");
  }

  @Test
  void shouldUploadABatchAgainWhenItsUploadExpired() {
    // given
    long instance = start(1);
    jobs.complete(UPLOAD, UploadImageSetTest::uploadedBatch);

    // when
    jobs.throwError(
        REGISTER, "UPLOAD_EXPIRED", Map.of("failure", Map.of("code", "UPLOAD_EXPIRED")));
    var again = jobs.complete(UPLOAD, UploadImageSetTest::uploadedBatch);
    jobs.complete(REGISTER, Map.of());

    // then
    assertThat(again).containsEntry("batchNumber", 1);
    assertThat(engine.state(instance)).isEqualTo(EngineUnderTest.State.COMPLETED);
    assertThat(engine.variables(instance)).containsOnlyKeys("imageSet", "types", "resourceUuid");
  }

  private long start(int batchCount) {
    return engine.startInstance(
        "upload-image-set",
        Map.of(
            "imageSet", Map.of("name", "field", "batchCount", batchCount),
            "types", List.of("3d"),
            "resourceUuid", "r-1"));
  }

  private static Map<String, Object> uploadedBatch(Map<String, Object> seen) {
    var number = seen.get("batchNumber");
    var file = Map.of("name", number + ".jpg", "etag", "e-" + number);
    return Map.of(
        "uploadedBatch", Map.of("callbackParam", "callback-" + number, "files", List.of(file)));
  }
}
