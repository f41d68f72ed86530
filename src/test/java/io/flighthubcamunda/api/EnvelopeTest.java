package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flighthubcamunda.docs.WhatHappensWhen;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What FlightHub may answer instead of what we hope for (fact sheet 1.3 and 1.4). */
class EnvelopeTest {

  private static final StartReconstruction START =
      StartReconstruction.of(
          "r", Map.of(ReconstructionType.THREE_D, JsonNodeFactory.instance.objectNode()));

  private RawServer server;

  @AfterEach
  void close() {
    server.close();
  }

  private OpenModelApi answering(int status, String json) {
    server = RawServer.answering(status, json);
    return TestConnection.openModel(server.uri());
  }

  private OpenModelApi answering(int status, String contentType, String text) {
    server = RawServer.answering(status, Map.of("Content-Type", contentType), text);
    return TestConnection.openModel(server.uri());
  }

  @ParameterizedTest
  @CsvSource({
    "200401, FLIGHTHUB_TOKEN",
    "200403, flighthub.project-uuid",
  })
  void shouldAskForAnotherSetupWhenAccessIsRefused(int code, String whatToCheck) {
    // given
    var api = answering(200, "{\"code\":%d,\"message\":\"no\"}".formatted(code));

    // then
    assertThatThrownBy(api::listRunning)
        .isInstanceOf(FlightHubSetupException.class)
        .hasMessageContaining(whatToCheck)
        .hasMessageContaining("code " + code);
  }

  @ParameterizedTest
  @CsvSource({"401, FLIGHTHUB_TOKEN", "403, flighthub.project-uuid"})
  void shouldAskForAnotherSetupWhenHttpRefusesAccess(int status, String whatToCheck) {
    // given
    var api = answering(status, "text/html", "<html>no</html>");

    // then
    assertThatThrownBy(api::listRunning)
        .isInstanceOf(FlightHubSetupException.class)
        .hasMessageContaining(whatToCheck);
  }

  @ParameterizedTest
  @CsvSource({
    "200404, NOT_FOUND",
    "200101, PARAMETER",
    "200610, PARAMETER",
    "910001, CONCURRENCY_LIMIT",
    "910002, QUOTA_USED_UP",
    "910003, IMAGE_SET",
    "910004, IMAGE_SET",
    "910011, IMAGE_SET",
    "910005, RESOURCE_NOT_USABLE",
    "910006, IN_USE",
    "910007, UPLOAD_MISMATCH",
    "910008, UPLOAD_MISMATCH",
    "910010, CREDENTIAL_EXPIRED",
    "200700, UNKNOWN",
    "-7, UNKNOWN",
    "123456789, UNKNOWN",
  })
  void shouldSayWhichRefusalACodeIs(int code, RefusalReason reason) {
    // given
    var api = answering(200, "{\"code\":%d,\"message\":\"not today\",\"data\":{}}".formatted(code));

    // then
    assertThatThrownBy(() -> api.start(START))
        .isInstanceOfSatisfying(
            FlightHubRefusalException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal)
                  .hasMessage(
                      "FlightHub answered POST /open_model/models/reconstruction/start with code %d"
                          + " (not today).",
                      code);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {200500, 210318, 210500, 210504})
  void shouldTellAFailedLookFromAFailedChangeOfUnknownEffect(int code) {
    // given
    var api = answering(200, "{\"code\":%d,\"message\":\"upstream\"}".formatted(code));

    // then
    assertThatThrownBy(api::listRunning).isInstanceOf(FlightHubUnavailableException.class);
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
    assertThatThrownBy(() -> api.deleteModel("m")).isInstanceOf(FlightHubAnswerLostException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void shouldTellTheSameForAnHttpFailure(int status) {
    // given
    var api = answering(status, "text/html", "<html>Bad Gateway</html>");

    // then
    assertThatThrownBy(api::listRunning)
        .isInstanceOf(FlightHubUnavailableException.class)
        .hasMessageContaining("HTTP " + status);
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>Service Unavailable</html>", "{\"code\":503}", "{\"code\":200500}"})
  void shouldTakeAnOverloadAsNotDoneWhenItSaysWhenToComeBack(String body) {
    // given
    server = RawServer.answering(503, Map.of("Retry-After", "7"), body);
    var api = TestConnection.openModel(server.uri());

    // then
    assertThatThrownBy(() -> api.start(START))
        .isInstanceOfSatisfying(
            FlightHubUnavailableException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
  }

  /** Such as from a gateway whose connection to FlightHub broke after the request had gone out. */
  @ParameterizedTest
  @ValueSource(
      strings = {"<html>Service Unavailable</html>", "{\"code\":503}", "{\"code\":200500}"})
  void shouldTakeAnOverloadWithoutAWordForALostAnswer(String body) {
    // given
    var api = answering(503, body);

    // then
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
    assertThatThrownBy(api::listRunning).isInstanceOf(FlightHubUnavailableException.class);
  }

  @Test
  void shouldKnowThatAWebPageMayHideAnEffect() {
    // given
    var api = answering(200, "text/html", "<html>Web UI</html>");

    // then
    assertThatThrownBy(() -> api.start(START))
        .isInstanceOfSatisfying(
            FlightHubSetupException.class, e -> assertThat(e.mayHaveTakenEffect()).isTrue());
    assertThatThrownBy(api::listRunning)
        .isInstanceOfSatisfying(
            FlightHubSetupException.class, e -> assertThat(e.mayHaveTakenEffect()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, <!doctype html><title>FlightHub 2</title>",
    "200, text/plain, hello",
    "200, application/json, ''",
    "200, application/json, '[1,2]'",
    "200, application/json, 'null'",
    "200, application/json, '{\"status\":\"UP\"}'",
    "302, text/html, <a href=login>",
    "400, text/html, <html>Bad Request</html>",
  })
  void shouldNameAWrongBaseUrl(int status, String contentType, String body) {
    // given
    var api = answering(status, contentType, body);

    // then
    assertThatThrownBy(api::obtainToken)
        .isInstanceOf(FlightHubSetupException.class)
        .hasMessageContaining(server.uri().toString())
        .hasMessageContaining("HTTP " + status)
        .hasMessageContaining("wrong base URL");
  }

  @Test
  void shouldNotFollowARedirect() {
    // given
    try (var elsewhere = RawServer.answering(200, "{\"code\":0}")) {
      server =
          RawServer.answering(
              302, Map.of("Location", elsewhere.uri() + "/openapi/v0.1/system_status"), "");

      // then
      assertThatThrownBy(() -> TestConnection.openModel(server.uri()).listRunning())
          .hasMessageContaining("wrong base URL");
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void shouldSayThatAPathIsNotOffered() {
    // given
    var api = answering(404, "text/plain", "404 page not found");

    // then
    assertThatThrownBy(() -> api.getModel("m"))
        .isInstanceOfSatisfying(
            FlightHubRefusalException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.NOT_OFFERED));
  }

  @Test
  void shouldSayNotFoundForA404WithTheCode() {
    // given
    var api = answering(404, "{\"code\":200404,\"message\":\"gone\"}");

    // then
    assertThatThrownBy(() -> api.getModel("m"))
        .isInstanceOfSatisfying(
            FlightHubRefusalException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"code\":0,\"data\":{\"model_3d\":{\"uuid\":\"b1d7"})
  void shouldNotTrustAnAnswerThatWasCutShort(String json) {
    // given
    var api = answering(200, json);

    // then
    assertThatThrownBy(() -> api.getModel("m"))
        .isInstanceOf(FlightHubUnavailableException.class)
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
  }

  @Test
  void shouldNotTrustAnAnswerWhoseConnectionBroke() {
    // given
    server =
        RawServer.answering(
            (exchange, raw) -> {
              exchange.sendResponseHeaders(200, 500);
              exchange.getResponseBody().write("{\"code\":0".getBytes());
              exchange.getResponseBody().flush();
              throw new IOException("on purpose");
            });
    var api = TestConnection.openModel(server.uri());

    // then
    assertThatThrownBy(() -> api.getModel("m")).isInstanceOf(FlightHubUnavailableException.class);
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
  }

  @Test
  void shouldRefuseAnEndlessAnswer() {
    // given
    var json = "{\"code\":0,\"data\":{\"file_names\":[\"" + "x".repeat(8 << 20) + "\"]}}";
    var api = answering(200, json);

    // then
    assertThatThrownBy(() -> api.getResource("r"))
        .isInstanceOf(FlightHubSetupException.class)
        .hasMessageContaining("larger than 8 MiB");
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
  }

  @Test
  @WhatHappensWhen("FlightHub's answer is huge or nonsense")
  void shouldRefuseJsonThatIsNestedWithoutReason() {
    // given
    var json = "{\"code\":0,\"data\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    var api = answering(200, json);

    // then
    assertThatThrownBy(() -> api.getResource("r"))
        .isInstanceOf(FlightHubSetupException.class)
        .hasMessageContaining("not understood");
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":0}",
        "{\"code\":0,\"data\":null}",
        "{\"code\":0,\"message\":null,\"data\":{}}",
        "{\"code\":0,\"data\":{\"list\":null,\"file_names\":null,\"file_name_list\":null}}",
      })
  void shouldTakeMissingDataAsEmpty(String json) {
    // given
    var api = answering(200, json);

    // then
    assertThat(api.listRunning().list()).isEmpty();
    assertThat(api.getResource("r").fileNames()).isEmpty();
    assertThat(api.getResource("r").state()).isEqualTo(ResourceDetails.State.UNKNOWN);
    assertThat(api.start(START).byType()).isEmpty();
    assertThat(api.getModel("m").packaged()).isFalse();
    assertThat(api.getModel("m").status()).isEqualTo(ModelStatus.UNKNOWN);
    api.stop("m");
    api.deleteModel("m");
    api.deleteResource("r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"model_uuid\":\"m\",\"model_status\":14}]", "\"text\"", "7"})
  void shouldNotTakeDataOfAnotherShapeForNothing(String data) {
    // given
    var api = answering(200, "{\"code\":0,\"data\":%s}".formatted(data));

    // then
    assertThatThrownBy(api::listRunning)
        .isInstanceOf(FlightHubSetupException.class)
        .hasMessageContaining("not understood");
    assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
    api.stop("m");
  }

  @Test
  void shouldNotTakeAStartForUndoneWhenItsAnswerIsStrange() {
    // given
    var api = answering(200, "{\"code\":0,\"data\":{\"model_3d\":[\"b1d7ad2c\"]}}");

    // then
    assertThatThrownBy(() -> api.start(START))
        .isInstanceOf(FlightHubAnswerLostException.class)
        .hasMessageContaining("model_3d");
  }

  @Test
  void shouldKeepUnknownNumbersAndTakeNullOnesAsZero() {
    // given
    var api =
        answering(
            200,
            """
            {"code":0,"data":{"resource_uuid":"r","model_uuid":"m","model_type":9,
             "model_status":77,"model_size":null,"reconstruction_progress":null,"error_code":null,
             "zip_status":42,"zip_progress":null,"zip_file_key":null,"new_member":{"a":[1]},
             "status":5,"resource_size":9007199254740993,"file_names":["a",null,"b"],
             "list":[null,{"model_uuid":"n","model_status":3}]}}
            """);

    // when
    var model = api.getModel("m");

    // then
    assertThat(model.modelStatus()).isEqualTo(77);
    assertThat(model.status()).isEqualTo(ModelStatus.UNKNOWN);
    assertThat(model.zipStatus()).isEqualTo(42);
    assertThat(model.zipFileKey()).isEmpty();
    assertThat(model.reconstructionProgress()).isZero();
    assertThat(ReconstructionType.ofModelType(model.modelType())).isEmpty();
    assertThat(api.listRunning().list()).extracting(ModelDetails::modelUuid).containsExactly("n");
    var resource = api.getResource("r");
    assertThat(resource.status()).isEqualTo(5);
    assertThat(resource.state()).isEqualTo(ResourceDetails.State.UNKNOWN);
    assertThat(resource.resourceSize()).isEqualTo(9_007_199_254_740_993L);
    assertThat(resource.fileNames()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "8, FAILED",
    "9, SUCCEEDED",
    "12, QUEUED",
    "13, NO_COMPUTING_RESOURCE",
    "14, RECONSTRUCTING",
    "15, SUCCEEDED",
    "16, CANCELLED",
    "0, UNKNOWN",
    "-1, UNKNOWN",
  })
  void shouldKnowTheStatesOfAModel(int number, ModelStatus status) {
    // given
    var api = answering(200, "{\"code\":0,\"data\":{\"model_status\":%d}}".formatted(number));

    // then
    assertThat(api.getModel("m").status()).isEqualTo(status);
  }

  @Test
  void shouldReadAMemberThatFailedAtTheStart() {
    // given
    var api =
        answering(
            200,
            """
            {"code":0,"data":{"model_2d":{"uuid":"a","status":12,"sub_error_code":0},
             "model_3d":{"uuid":"b","status":8,"sub_error_code":310001},
             "model_lidar":{"uuid":"","status":13,"sub_error_code":5},"model_3dgs":null}}
            """);

    // when
    var started = api.start(START).byType();

    // then
    assertThat(started).containsOnlyKeys(ReconstructionType.TWO_D, ReconstructionType.THREE_D);
    assertThat(started.get(ReconstructionType.THREE_D).subErrorCode()).isEqualTo(310001);
  }

  @Test
  void shouldPutALongMessageOfManyLinesIntoOneSentence() {
    // given
    var api = answering(200, "{\"code\":1,\"message\":\"" + "line\\nline\\t".repeat(2000) + "\"}");

    // then
    assertThatThrownBy(api::listRunning)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500).doesNotContain("\n"));
  }
}
