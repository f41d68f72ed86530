package io.flighthubcamunda.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.api.TestFailures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator reads says what to do. */
class ReactionsTest {

  private static final String SAID = "FlightHub answered with code 7.";

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_OFFERED")
  void shouldSayWhatToDoAboutARefusal(RefusalReason reason) {
    // when
    var reaction = Reactions.to(TestFailures.refusal(SAID, reason));

    // then
    assertThat(reaction)
        .isInstanceOfSatisfying(
            Reaction.AskOperator.class,
            ask ->
                assertThat(ask.message())
                    .startsWith(SAID)
                    .containsIgnoringCase(
                        reason == RefusalReason.IMAGE_SET || reason == RefusalReason.UPLOAD_MISMATCH
                            ? "start again"
                            : "retry")
                    .endsWith("."));
  }

  @Test
  void shouldSayWhatToDoWhenAllTriesAreUsedUp() {
    // when
    var reaction = Reactions.to(TestFailures.unavailable(SAID));

    // then
    assertThat(reaction)
        .isInstanceOfSatisfying(
            Reaction.TryAgain.class,
            again -> {
              assertThat(again.message(3)).isEqualTo(SAID);
              assertThat(again.message(0)).startsWith(SAID).contains("Retry when").endsWith(".");
            });
  }
}
