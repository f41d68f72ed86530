package io.flighthubcamunda.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.local.KeptEngine;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the engine with the product's diagrams to each test, and lets none leave an incident. */
final class DiagramExtension implements AfterEachCallback, ParameterResolver {

  private static final KeptEngine<EngineUnderTest> ENGINE =
      new KeptEngine<>(() -> EngineUnderTest.start().deployDiagrams());

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(ENGINE.get().incidents()).isEmpty();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EngineUnderTest.class;
  }

  /** For the constructor of a test class, which runs once for each test. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return ENGINE.get().renew();
  }
}
