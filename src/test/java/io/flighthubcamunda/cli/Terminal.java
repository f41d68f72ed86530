package io.flighthubcamunda.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a verb and keeps what a person would see. */
public final class Terminal {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  public int run(String... arguments) {
    return FlightHubCamunda.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }
}
