package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Incidents say what to do, and doing it and retrying heals the instance. */
@ProductTest
class OperatorTest {

  private static final String UPLOAD = "flighthub.image-set.upload-batch";
  private static final int TRIES = 8;

  private final ProductUnderTest product;

  OperatorTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  @WhatHappensWhen("the token, the base URL or a permission is wrong")
  void shouldAskAtOnceWhenTheTokenIsRefused() {
    // given
    var token = product.simulator().settings().access().token();
    product.renew(flightHub -> flightHub.withToken("the key of another organization"));
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message)
        .startsWith("FlightHub answered POST /open_model/stores/obtain_token with code 200401")
        .endsWith(".")
        .contains("organization key was not accepted", "check FLIGHTHUB_TOKEN")
        .doesNotContain(token);
    assertThat(instance.failures(UPLOAD)).hasSize(1);

    // when
    product.exchangeFlightHub(settings -> settings.withToken(token));
    instance.retry().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
  }

  @Test
  @WhatHappensWhen("the token, the base URL or a permission is wrong")
  void shouldAskAtOnceWhenTheBaseUrlIsThatOfAWebPage() {
    // given
    product.simulator().faults().next(Operation.OBTAIN_TOKEN, new Fault.HtmlPage());
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("wrong base URL", "flighthub.base-url");
    assertThat(instance.failures(UPLOAD)).hasSize(1);
    assertThat(instance.retry().awaitEnd().outcome()).isEqualTo("ready");
  }

  @Test
  @WhatHappensWhen({
    "FlightHub or the store is away, slow or busy",
    "the store is busy, hangs or breaks off"
  })
  void shouldAskWhenTheStoreGoesOnRefusingAndHealWhenItDoesNotAnyMore() {
    // given
    product.simulator().faults().nextPuts(1000, 403);
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("store", "refused the upload", "HTTP 403", "credential");
    assertThat(instance.failures(UPLOAD)).hasSize(8);

    // when
    product.simulator().faults().clear();
    instance.retry().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  @WhatHappensWhen("the token, the base URL or a permission is wrong")
  void shouldAskAtOnceWhenAPermissionIsMissing() {
    // given
    product.simulator().faults().next(Operation.OBTAIN_TOKEN, new Fault.HttpStatus(403));
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("may not do this in project", "check flighthub.project-uuid");
    assertThat(instance.failures(UPLOAD)).hasSize(1);
    assertThat(instance.retry().awaitEnd().outcome()).isEqualTo("ready");
  }

  @Test
  @WhatHappensWhen("FlightHub or the store is away, slow or busy")
  void shouldTryAgainEverLaterAndAskOnlyWhenAllTriesAreUsedUp() {
    // given
    for (int i = 0; i < TRIES; i++) {
      product.simulator().faults().next(Operation.OBTAIN_TOKEN, new Fault.HttpStatus(503));
    }
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("FlightHub answered POST /open_model/stores/obtain_token");
    assertThat(pausesOf(instance)).hasSize(TRIES - 1).isSorted().doesNotHaveDuplicates();

    // when
    instance.retry().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
  }

  /** Of the last try there is none. */
  private List<Long> pausesOf(ReconstructionInstance instance) {
    return product.engine().history().failures(instance.key(), UPLOAD).stream()
        .map(job -> job.value().getRetryBackoff())
        .limit(TRIES - 1)
        .toList();
  }

  @Test
  void shouldGoOnByItselfWhenTheStoreIsBusyForAWhile() {
    // given
    product.simulator().faults().nextPuts(10, 503);

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.failures(UPLOAD)).isEmpty();
  }

  @Test
  @WhatHappensWhen("FlightHub or the store is away, slow or busy")
  void shouldGoOnByItselfWhenEachCallFailsOnce() {
    // given
    for (var operation : Operation.values()) {
      if (operation != Operation.START) {
        product.simulator().faults().next(operation, new Fault.HttpStatus(500));
      }
    }

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  void shouldGoOnByItselfWhenEachAnswerGetsLostOnce() {
    // given
    for (var operation : Operation.values()) {
      product.simulator().faults().next(operation, new Fault.DropAfterEffect());
    }

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
  }

  @Test
  void shouldAskWhenSomebodyBreaksAVariableOfARunningTask() {
    // given
    product.simulator().faults().next(Operation.START, new Fault.DropBeforeEffect());
    var instance = product.reconstruct(product.photographs(5));
    instance.awaitIncident();

    // when
    instance.changeAtIncident("resourceUuid", Map.of("uuid", 1)).retry();
    var message = instance.awaitIncident();

    // then
    assertThat(message)
        .startsWith("A variable of this task does not have the form that the worker needs")
        .endsWith("Correct it and retry.");
    assertThat(product.flightHub().startedReconstructions()).isZero();
  }
}
