package io.flighthubcamunda.worker;

import io.flighthubcamunda.SharedByTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests against the one {@link ProductUnderTest}; other test classes may run meanwhile. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProductExtension.class)
@ResourceLock(SharedByTests.PROCESS)
@interface ProductTest {}
