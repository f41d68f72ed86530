package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadCallbackTest extends SimulatorFixture {

  private static final byte[] CONTENT = {1, 2, 3};

  private final String resource = UUID.randomUUID().toString();

  private static int code(JsonNode answer) {
    return answer.path("code").asInt();
  }

  @Test
  void shouldNameTheFilesThatItRegistered() {
    // given
    start();
    JsonNode token = api.obtainToken();
    try (TestStore store = new TestStore(token)) {
      Map<String, String> etags = new LinkedHashMap<>();
      etags.put("B ü 2.JPG", store.put("B ü 2.JPG", CONTENT));
      etags.put("A+1.JPG", store.put("A+1.JPG", CONTENT));

      // when
      JsonNode data = api.register(resource, token, etags).path("data");

      // then
      assertThat(data.path("resource_uuid").asText()).isEqualTo(resource);
      assertThat(data.path("upload_count").asInt()).isEqualTo(2);
      assertThat(data.path("file_name_list"))
          .extracting(JsonNode::asText)
          .containsExactly("B ü 2.JPG", "A+1.JPG");
      JsonNode details = api.resource(resource).path("data");
      assertThat(details.path("status").asInt()).isEqualTo(1);
      assertThat(details.path("resource_size").asLong()).isEqualTo(6);
      assertThat(details.path("file_names")).hasSize(2);
    }
  }

  @Test
  void shouldTakeBatchesThatAreUploadedAndRegisteredInParallel() throws Exception {
    // given
    start();

    // when
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> batches =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(
                  batch ->
                      threads.submit(
                          () -> api.add(resource, TestApi.photographs("B" + batch + "_", 25))))
              .toList();
      for (Future<?> batch : batches) {
        batch.get();
      }
    }

    // then
    assertThat(api.resource(resource).at("/data/file_names")).hasSize(200);
    assertThat(simulator.flightHub().resources()).hasSize(1);
    assertThat(simulator.flightHub().calls(Operation.UPLOAD_CALLBACK)).isEqualTo(8);
  }

  @Test
  void shouldRegisterTheSameFileOnce() {
    // given
    start();
    api.add(resource, TestApi.photographs("A_", 3));

    // when
    api.add(resource, TestApi.photographs("A_", 4));

    // then
    assertThat(api.resource(resource).at("/data/file_names")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "OFF, true, true, true",
    "EITHER, true, true, false",
    "QUOTED, true, false, false",
    "UNQUOTED, false, true, false"
  })
  void shouldCompareEtagsAsSet(EtagCheck check, boolean quoted, boolean unquoted, boolean wrong) {
    // given
    start(settings -> settings.withEtagCheck(check));
    JsonNode token = api.obtainToken();
    try (TestStore store = new TestStore(token)) {
      String etag = store.put("A.JPG", CONTENT);

      // when
      int withQuotes = code(api.register(resource, token, Map.of("A.JPG", etag)));
      int without = code(api.register(resource, token, Map.of("A.JPG", etag.replace("\"", ""))));
      int other = code(api.register(resource, token, Map.of("A.JPG", "d41d8cd98f00b204e9800998")));

      // then
      assertThat(withQuotes).isEqualTo(quoted ? 0 : 910007);
      assertThat(without).isEqualTo(unquoted ? 0 : 910007);
      assertThat(other).isEqualTo(wrong ? 0 : 910007);
    }
  }

  @Test
  void shouldRefuseAFileThatWasNotUploadedAndRegisterNothing() {
    // given
    start();
    JsonNode token = api.obtainToken();
    try (TestStore store = new TestStore(token)) {
      String etag = store.put("A.JPG", CONTENT);

      // when
      JsonNode answer = api.register(resource, token, Map.of("A.JPG", etag, "B.JPG", etag));

      // then
      assertThat(code(answer)).isEqualTo(910008);
      assertThat(code(api.resource(resource))).isEqualTo(200404);
    }
  }

  @Test
  void shouldRefuseAFileThatBelongsToAnotherCredential() {
    // given
    start();
    JsonNode first = api.obtainToken();
    JsonNode second = api.obtainToken();
    assertThat(first.path("store_path")).isNotEqualTo(second.path("store_path"));
    try (TestStore store = new TestStore(first)) {
      String etag = store.put("A.JPG", CONTENT);

      // when
      JsonNode answer = api.register(resource, second, Map.of("A.JPG", etag));

      // then
      assertThat(code(answer)).isEqualTo(910008);
    }
  }

  @Test
  void shouldRefuseACallbackValueThatIsUnknownOrExpired() {
    // given
    start(settings -> settings.withCredentialLifetime(Duration.ofMinutes(5)));
    JsonNode token = api.obtainToken();
    assertThat(token.path("expire_time").asLong())
        .isEqualTo(clock.instant().plusSeconds(300).getEpochSecond());
    try (TestStore store = new TestStore(token)) {
      Map<String, String> files = Map.of("A.JPG", store.put("A.JPG", CONTENT));

      // when
      clock.move(Duration.ofMinutes(5));

      // then
      assertThat(code(api.register(resource, token, files))).isEqualTo(910010);
      assertThat(code(api.register(resource, token.deepCopy().path("x"), files))).isEqualTo(200101);
    }
  }

  @Test
  void shouldRefuseMoreThanOneHundredFilesAndNone() {
    // given
    start();
    JsonNode token = api.obtainToken();
    Map<String, String> files = new LinkedHashMap<>();
    IntStream.rangeClosed(1, 101).forEach(i -> files.put(i + ".JPG", "etag"));

    // then
    assertThat(code(api.register(resource, token, files))).isEqualTo(200101);
    assertThat(code(api.register(resource, token, Map.of()))).isEqualTo(200101);
  }

  @Test
  void shouldRefuseTheSameNameTwiceInOneCallback() {
    // given
    start();
    JsonNode token = api.obtainToken();
    Map<String, String> file = Map.of("name", "A.JPG", "etag", "e");

    // when
    JsonNode answer =
        api.post(
            "/open_model/stores/upload_callback",
            Map.of(
                "resource_uuid", resource,
                "callback_param", token.path("callback_param").asText(),
                "files", List.of(file, file)));

    // then
    assertThat(code(answer)).isEqualTo(200101);
  }
}
