package io.flighthubcamunda.worker;

import io.flighthubcamunda.local.TestEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link ProductUnderTest} of a test run to each test, with a new FlightHub. */
final class ProductExtension implements BeforeEachCallback, ParameterResolver {

  /** Ends early when another engine is needed, and begins anew at the next test. */
  private static final class Shared
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private ProductUnderTest product;

    synchronized ProductUnderTest product() {
      if (product == null) {
        product = new ProductUnderTest();
        TestEngines.keep(this::close);
      }
      return product;
    }

    @Override
    public synchronized void close() {
      if (product != null) {
        product.close();
        product = null;
      }
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
        .getOrComputeIfAbsent(ProductExtension.class, key -> new Shared(), Shared.class)
        .product();
  }
}
