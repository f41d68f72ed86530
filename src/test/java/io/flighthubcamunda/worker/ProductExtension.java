package io.flighthubcamunda.worker;

import io.flighthubcamunda.local.KeptEngine;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link ProductUnderTest} of a test run to each test, with a new FlightHub. */
final class ProductExtension implements BeforeEachCallback, ParameterResolver {

  private static final KeptEngine<ProductUnderTest> PRODUCT =
      new KeptEngine<>(ProductUnderTest::new);

  @Override
  public void beforeEach(ExtensionContext context) {
    PRODUCT.get().renew();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ProductUnderTest.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return PRODUCT.get();
  }
}
