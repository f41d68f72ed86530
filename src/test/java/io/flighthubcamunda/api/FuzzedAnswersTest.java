package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import feign.Client;
import feign.Response;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever comes back, a caller meets a result or one of the exceptions that it knows, soon, and
 * nobody reads a secret. {@code -Dfuzz.seed=N} plays a run again, {@code -Dfuzz.cases=N} makes it
 * longer.
 */
@Timeout(60)
class FuzzedAnswersTest {

  private static final String STORE_SECRET = "theSecretAccessKeyOfTheStore";

  private static final Map<String, String> ANSWERS =
      Map.of(
          "obtain_token",
          """
          {"code":0,"message":"","data":{"cloud_name":"ali","access_key_id":"STS.k",
           "secret_access_key":"%s","session_token":"s","region":"r",
           "cloud_bucket_name":"b","callback_param":"p","store_path":"a/{fileName}",
           "expire_time":1790000000,"end_point":"https://oss.example"}}"""
              .formatted(STORE_SECRET),
          "upload_callback",
          """
          {"code":0,"message":"OK","data":{"resource_uuid":"r","upload_count":2,
           "file_name_list":["A.JPG","B.JPG"]}}""",
          "resource",
          """
          {"code":0,"message":"","data":{"resource_uuid":"r","status":1,"resource_size":12345,
           "file_names":["A.JPG"]}}""",
          "start",
          """
          {"code":0,"message":"","data":{"model_3d":{"uuid":"m","status":12,"sub_error_code":0},
           "model_2d":{"uuid":"n","status":12,"sub_error_code":0}}}""",
          "running",
          """
          {"code":0,"message":"","data":{"list":[{"model_uuid":"m","model_status":14},null]}}""",
          "models",
          """
          {"code":0,"message":"","data":{"resource_uuid":"r","model_uuid":"m","model_type":2,
           "model_status":15,"model_size":734003200,"reconstruction_progress":100,"error_code":0,
           "zip_status":2,"zip_progress":100,"zip_file_key":"a/b.zip"}}""",
          "download-url",
          """
          {"code":0,"message":"","data":{"id":"m","url":"https://store.example/x?Signature=1"}}""",
          "project",
          """
          {"code":0,"message":"","data":{"list":[{"uuid":"p","name":"n","org_uuid":"o"}],
           "pagination":{"page":1,"page_size":20,"total":1}}}""",
          "system_status",
          """
          {"code":0,"message":"success"}""");

  private static final List<String> PATHS =
      List.of(
          "running",
          "obtain_token",
          "upload_callback",
          "resource",
          "start",
          "download-url",
          "project",
          "system_status",
          "models");

  /** Every operation of the three clients. */
  private static final Map<ApiOperation, Consumer<FlightHub>> CALLS = new TreeMap<>();

  static {
    CALLS.put(ApiOperation.OBTAIN_TOKEN, api -> use(api.openModel().obtainToken()));
    CALLS.put(
        ApiOperation.UPLOAD_CALLBACK,
        api ->
            use(
                api.openModel()
                    .uploadCallback(
                        new UploadCallback(
                            "r", "n", "p", List.of(new UploadCallback.File("A.JPG", "e"))))));
    CALLS.put(ApiOperation.GET_RESOURCE, api -> use(api.openModel().getResource("r").state()));
    CALLS.put(ApiOperation.DELETE_RESOURCE, api -> api.openModel().deleteResource("r"));
    CALLS.put(
        ApiOperation.START,
        api ->
            use(
                api.openModel()
                    .start(new StartReconstruction("r", null, "{}", null, null, false))
                    .byType()));
    CALLS.put(ApiOperation.STOP, api -> api.openModel().stop("m"));
    CALLS.put(ApiOperation.LIST_RUNNING, api -> use(api.openModel().listRunning().ofResource("r")));
    CALLS.put(ApiOperation.GET_MODEL, api -> use(api.openModel().getModel("m").packaged()));
    CALLS.put(ApiOperation.DELETE_MODEL, api -> api.openModel().deleteModel("m"));
    CALLS.put(ApiOperation.DOWNLOAD_URL, api -> use(api.modelFiles().downloadUrl("m")));
    CALLS.put(ApiOperation.SYSTEM_STATUS, api -> api.organization().systemStatus());
    CALLS.put(ApiOperation.PROJECTS, api -> use(api.organization().projects(1, 20)));
  }

  /** A record that was read can also be said; credentials without their keys. */
  private static void use(Object read) {
    assertThat(String.valueOf(read)).doesNotContain(STORE_SECRET);
  }

  private final long seed = Long.getLong("fuzz.seed", 20_261_128);
  private final int cases = Integer.getInteger("fuzz.cases", 400);
  private final AnswerMutations mutations = new AnswerMutations(seed, TestConnection.KEY);

  @Test
  void shouldKnowEveryOperation() {
    assertThat(CALLS).containsOnlyKeys(Set.of(ApiOperation.values()));
  }

  @Test
  void shouldMeetOnlyKnownExceptionsWhateverComesBack() {
    // given
    var connection =
        new FlightHubConnection(
            URI.create("https://flighthub.example"),
            FlightHubConnection.V1_PREFIX,
            new OrganizationKey(TestConnection.KEY),
            TestConnection.PROJECT,
            "en",
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1_000_000,
            1_000_000,
            RefusalCodes.defaults());
    var last = new byte[1][];
    var api = FlightHub.connect(connection, call -> {}, answering(last));
    int understood = 0;
    int refused = 0;

    // when
    for (int i = 0; i < cases; i++) {
      for (var call : CALLS.entrySet()) {
        try {
          call.getValue().accept(api);
          understood++;
        } catch (FlightHubException e) {
          refused++;
          requireSilence(e, call.getKey(), last[0]);
        } catch (RuntimeException | StackOverflowError e) {
          fail(what(call.getKey(), last[0]), e);
        }
      }
    }

    // then both happen, or nothing was tried
    assertThat(understood).isGreaterThan(cases);
    assertThat(refused).isGreaterThan(cases);
  }

  private Client answering(byte[][] last) {
    return (request, options) -> {
      var path = PATHS.stream().filter(request.url()::contains).findFirst().orElseThrow();
      last[0] = mutations.of(ANSWERS.get(path));
      return Response.builder()
          .status(mutations.status())
          .request(request)
          .headers(
              Map.of(
                  "Content-Type", List.of("application/json"),
                  "Retry-After", List.of(mutations.header())))
          .body(last[0])
          .build();
    };
  }

  private void requireSilence(FlightHubException e, ApiOperation operation, byte[] answer) {
    var trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .as(() -> what(operation, answer))
        .doesNotContain(TestConnection.KEY, STORE_SECRET);
    assertThat(e.getMessage()).as(() -> what(operation, answer)).isNotBlank().hasSizeLessThan(1500);
  }

  private String what(ApiOperation operation, byte[] answer) {
    var text = new String(answer, StandardCharsets.UTF_8);
    return "%s, -Dfuzz.seed=%d, answer: %s"
        .formatted(operation, seed, text.substring(0, Math.min(2000, text.length())));
  }
}
