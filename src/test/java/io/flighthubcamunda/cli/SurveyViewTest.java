package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.worker.job.ModelState;
import io.flighthubcamunda.worker.survey.ImageSetOutcome;
import io.flighthubcamunda.worker.survey.ImageSetOutcome.MadeModel;
import io.flighthubcamunda.worker.survey.ImageSetRow;
import io.flighthubcamunda.worker.survey.SummaryReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a person reads of a survey. */
class SurveyViewTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void shouldSayWhatIsKnownAndWhatIsNot() {
    assertThat(state(OptionalInt.of(3), OptionalInt.of(1), OptionalInt.of(2)).sentence())
        .isEqualTo("3 ready, 1 failed, 2 running, 4 uploading or waiting");
    assertThat(state(OptionalInt.of(3), OptionalInt.of(1), OptionalInt.empty()).sentence())
        .isEqualTo("3 ready, 1 failed, ? running, 6 uploading or waiting");
    assertThat(state(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(2)).sentence())
        .isEqualTo("2 running of 10 image sets; how many ended can't be seen here");
  }

  @Test
  void shouldShowARowForEachImageSet() {
    // given
    var imageSets = List.of(imageSet("north"), imageSet("south"), imageSet("west"));
    var outcomes =
        List.of(
            new ImageSetOutcome(
                "ready",
                "PT26H1M5S",
                List.of(new MadeModel("3d", "m-1", ModelState.READY)),
                null,
                null),
            new ImageSetOutcome("rejected", "PT2S", List.of(), "IMAGE_SET_INVALID", "Too few."));

    // when
    new SurveyReport(new PrintStream(out, true, StandardCharsets.UTF_8))
        .print(
            new Survey.End.Summarized(
                report(SummaryReport.rows(imageSets, outcomes)), "/results/s/summary.json"));

    // then
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "Image set  State     Time      Models    Result or reason",
            "---------  --------  --------  --------  ----------------",
            "north      ready     26:01:05  3d ready  001-north",
            "south      rejected  0:00:02             Too few.",
            "west       unknown   ?                   001-west",
            "",
            "1 of 3 image sets are ready.",
            "Summary: /results/s/summary.json");
  }

  private static SummaryReport report(List<SummaryReport.Row> rows) {
    return new SummaryReport(
        "s", "u", "2026-11-01T08:00:00Z", "2026-11-02T10:01:05Z", "PT26H1M5S", Map.of(), rows);
  }

  private static SurveyState state(OptionalInt ready, OptionalInt failed, OptionalInt running) {
    return new SurveyState(10, ready, failed, running);
  }

  private static ImageSetRow imageSet(String name) {
    return new ImageSetRow(name, "/i/" + name, List.of("3d"), null, "001-" + name, "r-" + name);
  }
}
