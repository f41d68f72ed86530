package io.flighthubcamunda.worker.instance;

/** Process instances can't be looked for; the message is one sentence that says what to set. */
public final class SearchUnavailableException extends RuntimeException {

  SearchUnavailableException(String where, String why) {
    super(
        ("Camunda's instances can't be searched for at %s (%s): set camunda.client.rest-address for"
                + " Camunda 8.8 or newer, and flighthub.operate.* for an older one.")
            .formatted(where, why));
  }
}
