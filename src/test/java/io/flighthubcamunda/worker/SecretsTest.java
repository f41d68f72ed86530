package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The organization key and the keys of the store stay in the workers. */
@ProductTest
class SecretsTest {

  private final ProductUnderTest product;

  SecretsTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldKeepSecretsOutOfEngineLogMetricsHealthAndResults() {
    // given
    everythingThatMayTalk();

    // when
    var exported = product.engine().history().records();
    var logged = product.log().lines();
    var served = served();
    var scan =
        product
            .secretScan()
            .records(exported)
            .lines("log", logged)
            .lines("served", served)
            .metrics(product.worker(MeterRegistry.class))
            .files(product.resultRoot());

    // then
    assertThat(scan.leaks()).isEmpty();
    // The records are readable, and hold what workers gave back.
    assertThat(exported)
        .extracting(Record::toJson)
        .anyMatch(line -> line.contains("\"uploadedBatch\":{\"callbackParam\""));
    assertThat(logged).anyMatch(line -> line.contains("organization key was not accepted"));
    assertThat(served).anyMatch(page -> page.contains("organization key was not accepted"));
    assertThat(scan.scannedBytes())
        .containsOnlyKeys(
            "engine records", "log", "served", "metrics", product.resultRoot().toString());
  }

  /** All that operators' tools can read, with health after a FlightHub that says the key. */
  private List<String> served() {
    // What the last call saw is too old by then.
    product.engine().advance(Duration.ofMinutes(2));
    var key = product.simulator().settings().access().token();
    product
        .simulator()
        .faults()
        .next(Operation.SYSTEM_STATUS, new Fault.Code(200401, "token " + key));
    return Stream.of("health", "health/readiness", "health/liveness", "health/token", "prometheus")
        .map(path -> product.management().get("/actuator/" + path).body())
        .toList();
  }

  private void everythingThatMayTalk() {
    assertThat(product.reconstruct(product.photographs(5)).awaitEnd().outcome()).isEqualTo("ready");

    product.simulator().outcomes().next(ModelType.THREE_D, Outcome.fail(1));
    product
        .simulator()
        .faults()
        .nextPuts(6, 403)
        .next(Operation.UPLOAD_CALLBACK, new Fault.Code(200500, "broken"));
    assertThat(product.reconstruct(product.photographs(5)).awaitEnd().outcome())
        .isEqualTo("failed");

    product.simulator().faults().next(Operation.START, new Fault.DropBeforeEffect());
    product.reconstruct(product.photographs(5)).awaitIncident();

    for (var operation :
        List.of(Operation.OBTAIN_TOKEN, Operation.UPLOAD_CALLBACK, Operation.GET_RESOURCE)) {
      product.simulator().faults().next(operation, new Fault.HtmlPage());
      product.reconstruct(product.photographs(5)).awaitIncident();
    }

    // FlightHub, too, may say the key in a message of its own.
    var key = product.simulator().settings().access().token();
    product
        .simulator()
        .faults()
        .next(Operation.OBTAIN_TOKEN, new Fault.Code(200401, "token " + key));
    product.reconstruct(product.photographs(5)).awaitIncident();

    product.reconstruct(product.photographs(5), Map.of("types", List.of("4d"))).awaitEnd();
  }
}
