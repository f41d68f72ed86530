package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were uploaded but not registered while their credential was good. */
@ProductTest
class ExpiredUploadTest {

  private static final int CALLBACK_PARAM_UNKNOWN = 910010;

  private final ProductUnderTest product;

  ExpiredUploadTest(ProductUnderTest product) {
    this.product = product;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT10M", "-PT10M"})
  @WhatHappensWhen("the worker's clock is wrong")
  void shouldUploadABatchAgainWhenItsRegistrationCameTooLate(Duration flightHubsClockIsAhead) {
    // given
    renewWithShortCredentials(flightHubsClockIsAhead);
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

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT10M", "-PT10M"})
  @WhatHappensWhen("the worker's clock is wrong")
  void shouldAskAnOperatorWhenFlightHubRefusesACredentialThatIsStillGood(
      Duration flightHubsClockIsAhead) {
    // given
    renewWithShortCredentials(flightHubsClockIsAhead);
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

  private void renewWithShortCredentials(Duration clockAhead) {
    var clock = product.engine().clock();
    product.renew(
        flightHub ->
            flightHub
                .withClock(() -> clock.instant().plus(clockAhead))
                .withCredentialLifetime(Duration.ofMinutes(5)));
  }
}
