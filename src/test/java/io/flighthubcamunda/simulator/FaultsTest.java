package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FaultsTest extends SimulatorFixture {

  private static final byte[] PHOTOGRAPH = {1, 2, 3};
  private static final String TOKEN = "/openapi/v0.1/open_model/stores/obtain_token";

  @BeforeEach
  void startSimulator() {
    start();
  }

  private HttpResponse<String> send() throws IOException, InterruptedException {
    return api.send("POST", TOKEN, "", api.headers());
  }

  private void next(Fault fault) {
    simulator.faults().next(Operation.OBTAIN_TOKEN, fault);
  }

  @Test
  void shouldAnswerWithAnHttpStatusAndWhenToComeBack() throws Exception {
    // given
    next(new Fault.HttpStatus(429, Optional.of(Duration.ofSeconds(7))));
    next(new Fault.HttpStatus(503));

    // when
    HttpResponse<String> first = send();
    HttpResponse<String> second = send();
    HttpResponse<String> third = send();

    // then
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("7");
    assertThat(first.body()).contains("210429");
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Retry-After")).isEmpty();
    assertThat(third.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldAnswerWithACodeOrAWebPage() throws Exception {
    // given
    next(new Fault.Code(210500, "upstream"));
    next(new Fault.HtmlPage());

    // when
    HttpResponse<String> code = send();
    HttpResponse<String> page = send();

    // then
    assertThat(code.statusCode()).isEqualTo(200);
    assertThat(code.body()).isEqualTo("{\"code\":210500,\"message\":\"upstream\"}");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
  }

  @Test
  void shouldDropTheConnectionBeforeTheEffect() {
    // given
    String resource = api.resourceOf(5);
    simulator.faults().next(Operation.START, new Fault.DropBeforeEffect());

    // then
    assertThatThrownBy(() -> api.start(resource, "3d")).hasCauseInstanceOf(IOException.class);
    assertThat(simulator.flightHub().startedReconstructions()).isZero();
  }

  @Test
  void shouldLoseTheAnswerAfterTheEffect() {
    // given
    String resource = api.resourceOf(5);
    simulator.faults().next(Operation.START, new Fault.DropAfterEffect());

    // then
    assertThatThrownBy(() -> api.start(resource, "3d")).hasCauseInstanceOf(IOException.class);
    assertThat(simulator.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(simulator.flightHub().calls(Operation.START)).isEqualTo(1);
    assertThat(api.running()).hasSize(1);
  }

  @Test
  void shouldBreakOffInTheMiddleOfAnAnswer() {
    // given
    String resource = api.resourceOf(5);
    simulator.faults().next(Operation.START, new Fault.HalfAnswer());

    // then
    assertThatThrownBy(() -> api.start(resource, "3d")).hasCauseInstanceOf(IOException.class);
    assertThat(simulator.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  void shouldAnswerAsIfNothingHadHappened() throws Exception {
    // given
    next(new Fault.AfterEffect(new Fault.HttpStatus(502)));
    next(new Fault.AfterEffect(new Fault.HtmlPage()));

    // then
    assertThat(send().statusCode()).isEqualTo(502);
    assertThat(send().body()).contains("<title>");
    assertThatThrownBy(() -> new Fault.AfterEffect(new Fault.DropAfterEffect()))
        .hasMessageContaining("with a status, a code or a web page");
  }

  @Test
  void shouldStrikeTheStartOfOneResourceOnly() {
    // given
    String first = api.resourceOf(5);
    String second = api.resourceOf(5);
    simulator.faults().nextStartOf(second, new Fault.DropBeforeEffect());

    // when
    api.start(first, "3d");

    // then
    assertThatThrownBy(() -> api.start(second, "3d")).hasCauseInstanceOf(IOException.class);
    assertThat(simulator.flightHub().models())
        .extracting(SimulatedModel::resourceUuid)
        .containsExactly(first);
  }

  @Test
  void shouldStrikeWhatIsAboutOneResourceOrItsModelsOnly() {
    // given
    String first = api.resourceOf(5);
    String second = api.resourceOf(5);
    String modelOfFirst = api.started(first, "3d");
    String modelOfSecond = api.started(second, "3d");
    Fault fault = new Fault.Code(200500, "broken");
    simulator
        .faults()
        .nextOf(second, Operation.GET_MODEL, 2, fault)
        .nextOf(second, Operation.GET_RESOURCE, 1, fault);

    // then
    assertThat(api.get("/open_model/models/" + modelOfFirst).path("code").asInt()).isZero();
    assertThat(api.resource(first).path("code").asInt()).isZero();
    for (int i = 0; i < 2; i++) {
      assertThat(api.get("/open_model/models/" + modelOfSecond).path("code").asInt())
          .isEqualTo(200500);
    }
    assertThat(api.get("/open_model/models/" + modelOfSecond).path("code").asInt()).isZero();
    assertThat(api.resource(second).path("code").asInt()).isEqualTo(200500);
    assertThat(simulator.faults().struck())
        .contains(new StruckFault("GET_MODEL", second, "code 200500"))
        .hasSize(3);
  }

  @Test
  void shouldStoreAnObjectAndLoseTheAnswer() {
    // given
    simulator.faults().nextPutsOf("B.JPG", 1, new StoreFault.LostAnswer());

    try (TestStore store = new TestStore(api.obtainToken())) {
      // when
      store.put("A.JPG", PHOTOGRAPH);
      assertThatThrownBy(() -> store.put("B.JPG", PHOTOGRAPH))
          .isInstanceOf(SdkClientException.class);

      // then
      assertThat(store.getKey(store.key("B.JPG"))).isEqualTo(PHOTOGRAPH);
      assertThat(simulator.flightHub().uploadsByFileName())
          .containsOnly(Map.entry("A.JPG", 1), Map.entry("B.JPG", 1));
    }
  }

  @Test
  void shouldStoreAnObjectAndNameAnotherEtag() {
    // given
    simulator.faults().nextPuts(1, new StoreFault.OtherEtag());
    JsonNode token = api.obtainToken();

    try (TestStore store = new TestStore(token)) {
      // when
      String wrong = store.put("A.JPG", PHOTOGRAPH);
      String right = store.put("A.JPG", PHOTOGRAPH);

      // then
      String resource = UUID.randomUUID().toString();
      assertThat(wrong).isEqualTo("\"" + "0".repeat(32) + "\"");
      assertThat(api.register(resource, token, Map.of("A.JPG", wrong)).path("code").asInt())
          .isEqualTo(RefusalCode.ETAG_DIFFERS.number());
      assertThat(api.register(resource, token, Map.of("A.JPG", right)).path("code").asInt())
          .isZero();
    }
  }

  @Test
  void shouldEndAKeyInTheMiddleOfABatch() {
    // given
    JsonNode token = api.obtainToken();

    try (TestStore store = new TestStore(token)) {
      String etag = store.put("A.JPG", PHOTOGRAPH);
      simulator.faults().nextPutsOf("B.JPG", 1, new StoreFault.ExpiredKey());

      // then
      for (String name : List.of("B.JPG", "C.JPG")) {
        assertThatThrownBy(() -> store.put(name, PHOTOGRAPH))
            .isInstanceOfSatisfying(
                S3Exception.class,
                e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
      }
      assertThat(
              api.register(UUID.randomUUID().toString(), token, Map.of("A.JPG", etag))
                  .path("code")
                  .asInt())
          .isEqualTo(RefusalCode.CALLBACK_PARAM_UNKNOWN.number());
    }
  }

  @Test
  void shouldLetTheModelsOfOneResourceEndInTheirOwnWay() {
    // given
    String first = api.resourceOf(5);
    String second = api.resourceOf(5);
    simulator.outcomes().nextOf(second, ModelType.THREE_D, new Outcome.Stuck(40));

    // when
    String modelOfFirst = api.started(first, "3d");
    String stuck = api.started(second, "3d");
    clock.moveSeconds(3_600);

    // then
    assertThat(api.model(modelOfFirst).path("model_status").asInt()).isEqualTo(15);
    assertThat(api.model(stuck).path("model_status").asInt()).isEqualTo(14);
    assertThat(api.model(stuck).path("reconstruction_progress").asInt()).isEqualTo(40);
  }

  @Test
  void shouldTellClientsOfTheProxyBeforeTheStore() {
    // when
    simulator.announceStore(URI.create("http://127.0.0.1:9"));

    // then
    assertThat(api.obtainToken().path("end_point").asText()).isEqualTo("http://127.0.0.1:9");
  }

  @Test
  void shouldListTheModelsOfOneResourceLater() {
    // given
    String late = UUID.randomUUID().toString();
    simulator.addResource(late, 5);
    simulator.setListLag(late, Duration.ofSeconds(4));

    // when
    api.start(late, "3d");
    api.start(api.resourceOf(5), "3d");

    // then
    assertThat(api.running()).hasSize(1);
    clock.moveSeconds(4);
    assertThat(api.running()).hasSize(2);
  }

  @Test
  void shouldTakeItsTime() throws Exception {
    // given
    next(new Fault.DelayBeforeEffect(Duration.ofMillis(150)));
    next(new Fault.DelayAfterEffect(Duration.ofMillis(150)));

    // when
    long begin = System.nanoTime();
    HttpResponse<String> before = send();
    HttpResponse<String> after = send();
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);

    // then
    assertThat(taken).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(before.statusCode()).isEqualTo(200);
    assertThat(after.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldForgetFaultsThatWereCleared() throws Exception {
    // given
    next(new Fault.HttpStatus(500));

    // when
    simulator.faults().clear();

    // then
    assertThat(send().statusCode()).isEqualTo(200);
  }
}
