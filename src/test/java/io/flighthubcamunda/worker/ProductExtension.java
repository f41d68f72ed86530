package io.flighthubcamunda.worker;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link ProductUnderTest} of a test run to each test, with a new FlightHub. */
final class ProductExtension implements BeforeEachCallback, ParameterResolver {

  private record Shared(ProductUnderTest product)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      product.close();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    product(context).renew();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ProductUnderTest.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return product(context);
  }

  private static ProductUnderTest product(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(ProductExtension.class))
        .getOrComputeIfAbsent(
            ProductExtension.class, key -> new Shared(new ProductUnderTest()), Shared.class)
        .product();
  }
}
