package io.flighthubcamunda.worker;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard and the alert rules ask for what workers serve. */
@ProductTest
class MonitoringFilesTest {

  private static final Pattern SERIES =
      Pattern.compile("\\b(?:flighthub|jvm|process|system|camunda)_[a-z0-9_]+");

  /** In a file of JSON the quotes are escaped. */
  private static final Pattern MATCHER =
      Pattern.compile("\\b(outcome|cause|area|type|operation)!?=~?\\\\?\"([^\"\\\\]+)\\\\?\"");

  private final ProductUnderTest product;

  MonitoringFilesTest(ProductUnderTest product) {
    this.product = product;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "monitoring/alerts.yml",
        "monitoring/alerts.test.yml",
        "monitoring/grafana/dashboards/flighthub-workers.json"
      })
  void shouldAskForSeriesAndTagsThatWorkersServe(Path file) throws IOException {
    // given: meters of a job type are there from its first job on
    product.reconstruct(product.photographs(5)).awaitEnd();
    var text = Files.readString(file);

    // when
    var served = product.management().get("/actuator/prometheus").body();

    // then
    assertThat(found(text, SERIES)).isNotEmpty().isSubsetOf(found(samples(served), SERIES));
    assertThat(matched(text)).isNotEmpty().isSubsetOf(matched(samples(served)));
  }

  /** Without comments, which name metrics as well. */
  private static String samples(String served) {
    return String.join("\n", served.lines().filter(line -> !line.startsWith("#")).toList());
  }

  private static Set<String> found(String text, Pattern pattern) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(toSet());
  }

  private static Set<String> matched(String text) {
    return MATCHER.matcher(text).results().flatMap(MonitoringFilesTest::pairs).collect(toSet());
  }

  private static Stream<String> pairs(MatchResult match) {
    return Arrays.stream(match.group(2).split("\\|")).map(value -> match.group(1) + "=" + value);
  }
}
