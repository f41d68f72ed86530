package io.flighthubcamunda.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Broken\n\tat java.base/java.lang.Thread.run(Thread.java:1583)",
        "java.net.SocketTimeoutException: Read timed out",
        "No value for io.flighthubcamunda.worker.Model",
        "Unexpected NullPointerException: it was there.",
        "The model null is gone."
      })
  void shouldFindWhatIsForDevelopers(String text) {
    assertThat(new Sentence(text).internals()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FlightHub answered GET /open_model/resource/4d02 with code 200401. Check FLIGHTHUB_TOKEN.",
        "If nothing was started, set the task's variable startRequestedAt to null and retry.",
        "https://es-flight-api-eu.djigate.com did not answer like FlightHub: set"
            + " flighthub.base-url; fh.dji.com is only the web UI."
      })
  void shouldLeaveSentencesForOperatorsAlone(String text) {
    assertThat(new Sentence(text).internals()).isEmpty();
    assertThat(new Sentence(text).advises()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FlightHub answered with code 7.", "It failed.", ""})
  void shouldNoticeWhenNothingIsSaidAboutWhatToDo(String text) {
    assertThat(new Sentence(text).advises()).isFalse();
  }
}
