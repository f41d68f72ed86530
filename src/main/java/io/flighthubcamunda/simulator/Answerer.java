package io.flighthubcamunda.simulator;

import java.util.Optional;

/** Carries out one operation. */
@FunctionalInterface
interface Answerer {

  /**
   * @return what stands in {@code data}, or empty where the envelope has no {@code data}
   * @throws Refusal for HTTP 200 with a non-zero code
   */
  Optional<Object> answer(Call call);
}
