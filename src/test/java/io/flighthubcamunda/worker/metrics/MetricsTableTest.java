package io.flighthubcamunda.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.ApiOperation;
import io.flighthubcamunda.api.CallOutcome;
import io.flighthubcamunda.worker.job.BatchEnd;
import io.flighthubcamunda.worker.job.IncidentCause;
import io.flighthubcamunda.worker.job.JobOutcome;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the README and the metrics agree, both ways. */
class MetricsTableTest {

  private static final String HEADING = "### Metrics";

  @Test
  void shouldHaveARowForEachMetricAndNoOther() throws IOException {
    assertThat(rows())
        .containsExactlyElementsOf(
            Arrays.stream(WorkerMetric.values()).map(MetricsTableTest::row).toList());
  }

  @ParameterizedTest
  @MethodSource
  void shouldNameAllValuesOfATag(String tag, Enum<?>[] values) throws IOException {
    assertThat(readme())
        .contains(
            "| %s | %s |"
                .formatted(
                    tag,
                    Arrays.stream(values)
                        .map(value -> "`%s`".formatted(MetricTag.OUTCOME.of(value).getValue()))
                        .collect(Collectors.joining(", "))));
  }

  static Stream<Arguments> shouldNameAllValuesOfATag() {
    return Stream.of(
        Arguments.of("`operation`", ApiOperation.values()),
        Arguments.of("`outcome` of calls", CallOutcome.values()),
        Arguments.of("`outcome` of jobs", JobOutcome.values()),
        Arguments.of("`outcome` of upload batches", BatchEnd.Outcome.values()),
        Arguments.of("`outcome` of a model's phase", PhaseEnd.values()),
        Arguments.of("`cause`", IncidentCause.values()));
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static String row(WorkerMetric metric) {
    var tags =
        Arrays.stream(metric.getKeyNames())
            .map(KeyName::asString)
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s| %s |"
        .formatted(
            metric.getName(),
            kind(metric.getType()),
            tags.isEmpty() ? "" : tags + " ",
            metric.description());
  }

  private static String kind(Meter.Type type) {
    return type == Meter.Type.DISTRIBUTION_SUMMARY ? "summary" : type.name().toLowerCase();
  }

  private static List<String> rows() throws IOException {
    var readme = readme();
    var section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
    return section
        .substring(0, section.indexOf("\n#"))
        .lines()
        .filter(line -> line.startsWith("| `flighthub."))
        .toList();
  }
}
