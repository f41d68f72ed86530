package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files that were uploaded but not registered while their credential was good. */
@ProductTest
class ExpiredUploadTest {

  private static final int CALLBACK_PARAM_UNKNOWN = 910010;

  private final ProductUnderTest product;

  ExpiredUploadTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldUploadABatchAgainWhenItsRegistrationCameTooLate() {
    // given
    product.renew(flightHub -> flightHub.withCredentialLifetime(Duration.ofMinutes(5)));
    product
        .simulator()
        .faults()
        .next(
            Operation.UPLOAD_CALLBACK,
            new Fault.HttpStatus(429, Optional.of(Duration.ofMinutes(9))));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.failureCode()).isEmpty();
    assertThat(instance.failures("flighthub.open-model.upload-callback")).hasSize(1);
    assertThat(product.engine().history().jobs(instance.key(), "flighthub.image-set.upload-batch"))
        .hasSize(2);
    assertThat(product.resources(instance).getFirst().fileNames()).hasSize(5);
  }

  @Test
  void shouldAskAnOperatorWhenFlightHubRefusesACredentialThatIsStillGood() {
    // given
    product
        .simulator()
        .faults()
        .next(Operation.UPLOAD_CALLBACK, new Fault.Code(CALLBACK_PARAM_UNKNOWN, "who are you?"));
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("910010", "who are you?");
    assertThat(instance.retry().awaitEnd().outcome()).isEqualTo("ready");
  }
}
