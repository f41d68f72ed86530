package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The organization key and the keys of the store stay in the workers. */
@ProductTest
class SecretsTest {

  private static final int SHORTEST = 8;

  private final ProductUnderTest product;

  SecretsTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldKeepSecretsOutOfEngineAndLog() {
    // given
    everythingThatMayTalk();

    // when
    var secrets = product.secrets().all();
    var exported = product.engine().history().records().stream().map(Record::toJson).toList();
    var logged = product.log().lines();

    // then
    assertThat(secrets).hasSizeGreaterThan(9).allMatch(secret -> secret.length() >= SHORTEST);
    // The records are readable, and hold what workers gave back.
    assertThat(exported).anyMatch(line -> line.contains("\"uploadedBatch\":{\"callbackParam\""));
    assertThat(logged).anyMatch(line -> line.contains("organization key was not accepted"));
    assertThat(withSecret(exported, secrets)).as("records of the engine").isEmpty();
    assertThat(withSecret(logged, secrets)).as("lines of the log").isEmpty();
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

  private static List<String> withSecret(Collection<String> lines, Collection<String> secrets) {
    return lines.stream().filter(line -> secrets.stream().anyMatch(line::contains)).toList();
  }
}
