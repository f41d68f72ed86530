package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorFixture {

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
