package io.flighthubcamunda.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the README and the metrics agree, both ways. */
class MetricsTableTest {

  private static final String HEADING = "### Metrics";

  @Test
  void shouldHaveARowForEachMetricAndNoOther() throws IOException {
    assertThat(rows())
        .containsExactlyElementsOf(
            Arrays.stream(WorkerMetric.values()).map(MetricsTableTest::row).toList());
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
    var readme = Files.readString(Path.of("README.md"));
    var section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
    return section
        .substring(0, section.indexOf("\n#"))
        .lines()
        .filter(line -> line.startsWith("| `flighthub."))
        .toList();
  }
}
