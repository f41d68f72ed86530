package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String CREDENTIAL =
      """
      {"code":0,"data":{"cloud_name":"ali","access_key_id":"STS.theKeyId",
       "secret_access_key":"theSecretKey","session_token":"theSessionToken","region":"r",
       "cloud_bucket_name":"bucket","callback_param":"theCallbackParam",
       "store_path":"a/{fileName}","expire_time":1790000000,"end_point":"https://oss.example"}}
      """;

  private static String everythingSaidBy(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void shouldKeepTheOrganizationKeyOutOfTexts() {
    var key = new OrganizationKey("  " + TestConnection.KEY + "\n");
    var connection = TestConnection.to(java.net.URI.create("http://localhost"));

    assertThat(key).hasToString("***");
    assertThat(key.reveal()).isEqualTo(TestConnection.KEY);
    assertThat(connection.toString()).doesNotContain(TestConnection.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":200401,\"message\":\"token KEY is not valid\"}",
        "{\"code\":200403,\"message\":\"KEY KEY\"}",
        "{\"code\":200500,\"message\":\"KEY\"}",
        "{\"code\":99,\"message\":\"x KEY\"}",
        "{\"code\":0,\"message\":\"KEY\",\"data\":{\"model_status\":\"KEY\"}}",
        "{\"code\":0,\"data\":KEY}",
        "{\"code\":KEY",
        "<html>KEY</html>",
      })
  void shouldNotRepeatTheOrganizationKeyThatFlightHubEchoes(String answer) {
    // given
    try (var server = RawServer.answering(200, answer.replace("KEY", TestConnection.KEY))) {

      // when
      var api = TestConnection.openModel(server.uri());
      var looking = catchThrowable(() -> api.getModel("m"));
      var changing = catchThrowable(() -> api.obtainToken());

      // then
      assertThat(everythingSaidBy(looking)).doesNotContain(keyParts());
      assertThat(everythingSaidBy(changing)).doesNotContain(keyParts());
    }
  }

  /** The key is a JWT: none of its three parts may be seen alone either. */
  private static String[] keyParts() {
    return TestConnection.KEY.split("\\.");
  }

  @Test
  void shouldKeepStorageKeysOutOfTexts() {
    // given
    try (var server = RawServer.answering(200, CREDENTIAL)) {

      // when
      var credential = TestConnection.openModel(server.uri()).obtainToken();

      // then
      assertThat(credential.toString())
          .doesNotContain("STS.theKeyId", "theSecretKey", "theSessionToken", "theCallbackParam");
      assertThat(credential.secretAccessKey()).isEqualTo("theSecretKey");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_key_id",
        "secret_access_key",
        "session_token",
        "cloud_bucket_name",
        "callback_param",
        "store_path",
        "end_point",
      })
  void shouldSayWhichPartOfACredentialIsMissing(String field) {
    for (String value : new String[] {null, "null", "\"\"", "\"  \""}) {
      // given
      var json =
          value == null
              ? CREDENTIAL.replaceAll("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}")
              : CREDENTIAL.replaceAll("(\"" + field + "\"):\"[^\"]*\"", "$1:" + value);
      try (var server = RawServer.answering(200, json)) {

        // then
        assertThatThrownBy(() -> TestConnection.openModel(server.uri()).obtainToken())
            .isInstanceOf(FlightHubSetupException.class)
            .hasMessageContaining("POST /open_model/stores/obtain_token")
            .hasMessageContaining(field + " is missing")
            .satisfies(
                e ->
                    assertThat(everythingSaidBy(e))
                        .doesNotContain("theSecretKey", "theSessionToken"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b", "a/{filename}", "/a/{fileName}", "../{fileName}", "a/../{fileName}"})
  void shouldRefuseAStorePathThatIsNoTemplate(String storePath) {
    // given
    var json = CREDENTIAL.replace("a/{fileName}", storePath);
    try (var server = RawServer.answering(200, json)) {

      // then
      assertThatThrownBy(() -> TestConnection.openModel(server.uri()).obtainToken())
          .isInstanceOf(FlightHubSetupException.class)
          .hasMessageContaining("store_path");
    }
  }

  @Test
  void shouldReadACredentialWithoutProviderRegionAndExpiry() {
    // given
    var json =
        CREDENTIAL
            .replace("\"cloud_name\":\"ali\",", "")
            .replace("\"region\":\"r\"", "\"region\":null")
            .replace("1790000000", "null");
    try (var server = RawServer.answering(200, json)) {

      // when
      var credential = TestConnection.openModel(server.uri()).obtainToken();

      // then
      assertThat(credential.cloudName()).isEmpty();
      assertThat(credential.region()).isEmpty();
      assertThat(credential.keyOf("DJI 1.JPG")).isEqualTo("a/DJI 1.JPG");
    }
  }

  @Test
  void shouldReadAnExpiryThatNoClockReaches() {
    // given
    var json = CREDENTIAL.replace("1790000000", String.valueOf(Long.MAX_VALUE));
    try (var server = RawServer.answering(200, json)) {

      // when
      var credential = TestConnection.openModel(server.uri()).obtainToken();

      // then
      assertThat(credential.expiresAt())
          .isEqualTo(Instant.MAX.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
      assertThat(credential.toString()).contains("expiresAt=");
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  \n"})
  void shouldSayHowToSetAnOrganizationKeyThatIsMissing(String value) {
    assertThatThrownBy(() -> new OrganizationKey(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FLIGHTHUB_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab cd", "ab\ncd", "schlüssel", "ab\u0000"})
  void shouldRefuseAnOrganizationKeyThatNoHeaderTakes(String value) {
    assertThatThrownBy(() -> new OrganizationKey(value))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(value));
  }
}
