package io.flighthubcamunda.bpmn;

import io.flighthubcamunda.SharedByTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests on the one {@link EngineUnderTest} that has the product's own diagrams. It forgets each
 * test's instances, but not what a test deploys.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DiagramExtension.class)
@ResourceLock(SharedByTests.DIAGRAMS)
@interface DiagramTest {}
