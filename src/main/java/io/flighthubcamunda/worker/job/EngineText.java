package io.flighthubcamunda.worker.job;

/** What we tell the engine of a failed job, in a form that everything behind the engine bears. */
public final class EngineText {

  private EngineText() {}

  /**
   * Operate 8.6.0 with OpenSearch takes the message of a job for a format: one percent sign, and it
   * shows nothing that happens in the engine from then on. What FlightHub and file names say may
   * hold one too.
   *
   * @param message for a person
   * @return the same with another sign for percent
   */
  public static String of(String message) {
    return message == null ? "" : message.replace('%', '\uFF05');
  }
}
