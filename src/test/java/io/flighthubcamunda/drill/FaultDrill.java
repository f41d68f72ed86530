package io.flighthubcamunda.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code mvn verify -Pdrill}: runs a drill once, prints its report, and asserts each rule. No part
 * of {@code mvn verify}, because it takes minutes.
 */
class FaultDrill {

  private static Findings findings;

  @BeforeAll
  static void drill() {
    var begin = Instant.now();
    var drill =
        new Drill(
            DrillSettings.from(System.getProperties()),
            line ->
                System.out.printf(
                    "%4d s  %s%n", Duration.between(begin, Instant.now()).toSeconds(), line));
    drill.run();
    findings = drill.findings();
    drill.report().lines(findings).forEach(System.out::println);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void shouldKeepTheRule(Check check) {
    assertThat(findings.of(check)).as(check.toString()).isEmpty();
  }
}
